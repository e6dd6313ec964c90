/** Words that open a sentence before a name and are no first name, as a source of patterns: English, and what is seldom a name elsewhere. */
export const OPENERS =
  "A|About|Above|According|Across|Adds|Admits|After|Again|Against|All|Already|Also|Although|Amid|Among|An|And|Another|Argues|Around|As|Asked|At|Because|Before|Behind|Below|Beside|Besides|Between|Beyond|Both|But|By|Can|Concludes|Could|Despite|Did|Does|During|Each|Even|Eventually|Ever|Every|Except|Explains|Finally|First|For|Former|From|Had|Has|Have|He|Hence|Her|Here|His|How|However|If|In|Indeed|Inside|Instead|Is|It|Its|Just|Last|Like|Meanwhile|Moreover|Near|Nearly|Neither|Never|Next|No|Nor|Not|Notes|Nothing|Now|Of|Often|On|Once|One|Only|Onto|Or|Our|Out|Over|Perhaps|Recently|Said|Says|Second|She|Should|Since|So|Some|Something|Soon|Still|Such|Than|That|The|Their|Then|There|These|They|This|Those|Though|Through|Throughout|Thus|To|Together|Toward|Towards|Under|Unlike|Until|Up|Upon|Was|We|Were|What|When|Where|Whereas|Whether|Which|While|Who|Whom|Whose|Why|Will|With|Within|Without|Would|Writes|Yes|Yet|Le|La|Les|Der|Die|Das|El|Los|Un|Une|Ein|Eine|Et|Und|Y|Mais|Aber|Pero|Selon|Laut|Según";

/** The same of other languages, in which some of them are names in English: "Auf Huangs Wort", "Chez Huang". */
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
