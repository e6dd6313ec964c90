/** Words that begin a sentence before a surname and are no first name: "Auf Huangs Wort", "Selon Huang". By language. */
const DE =
  /^(?:Ab|Als|Am|Auch|Auf|Aus|Außerdem|Bei|Beim|Bis|Bisher|Dabei|Dafür|Dagegen|Damit|Danach|Dann|Darauf|Dass|Dazu|Dem|Den|Denn|Dennoch|Des|Deshalb|Dies|Diese|Dieser|Dieses|Doch|Dort|Durch|Einem|Einen|Einer|Erst|Es|Etwa|Für|Gegen|Gestern|Hat|Hatte|Heute|Hier|Hinter|Ihr|Ihre|Im|Immer|Jetzt|Kein|Keine|Mit|Nach|Nachdem|Neben|Nicht|Noch|Nun|Nur|Ob|Obwohl|Ohne|Schon|Sein|Seine|Seit|Sie|Sogar|Solche|Sollte|Statt|Trotz|Über|Um|Unter|Viele|Vom|Von|Vor|Während|War|Was|Wegen|Weil|Wenn|Wer|Wie|Wieder|Wir|Wird|Wo|Zu|Zudem|Zum|Zur|Zwar|Zwischen)$/;
const FR =
  /^(?:À|Ainsi|Alors|Après|Au|Aussi|Autour|Aux|Avant|Avec|Car|Ce|Celle|Celui|Ces|Cet|Cette|Chez|Comme|Contre|Dans|De|Depuis|Derrière|Des|Devant|Donc|Dont|Du|Elle|En|Encore|Enfin|Entre|Est|Hier|Ici|Il|Ils|Jamais|Leur|Leurs|Lorsque|Malgré|Même|Moins|Ni|Notre|Nous|Or|Ou|Où|Par|Parce|Parmi|Pas|Pendant|Plus|Pour|Pourquoi|Pourtant|Puis|Quand|Que|Quel|Quelle|Qui|Sans|Si|Sous|Sur|Tandis|Tous|Tout|Toute|Vers|Voici|Voilà|Votre|Vous)$/;
const ES =
  /^(?:Ahora|Al|Allí|Ante|Antes|Aquí|Así|Aún|Aunque|Bajo|Cada|Casi|Como|Con|Contra|Cuando|De|Del|Desde|Después|Detrás|Donde|Durante|Ella|Ellos|En|Entonces|Entre|Esta|Este|Esto|Fue|Ha|Había|Hacia|Hasta|Hay|Hoy|Mientras|Ni|No|Nuestro|Otra|Otro|Para|Por|Porque|Pues|Que|Quien|Qué|Se|Si|Sin|Sobre|Solo|Su|Sus|También|Tampoco|Todo|Todos|Tras|Una|Ya)$/;

/** @param lang BCP 47, lower case */
export function opensSentence(word: string, lang: string): boolean {
  if (lang.startsWith("de")) return DE.test(word);
  if (lang.startsWith("fr")) return FR.test(word);
  return lang.startsWith("es") && ES.test(word);
}
