/**
 * Given names that news of many countries holds all the time, none of which is a word, a place or a product as well: where
 * one stands before a name that others share, it is another's ("Maria Blackwell").
 */
const GIVEN_NAMES =
  "Aaron Abdul Abdullah Abigail Adam Adrian Agnes Ahmad Ahmed Aisha Akira Alan Albert Alejandro Alessandro Alex Alexander " +
  "Alexandra Alexandre Alexei Alfred Ali Alice Alison Amanda Amelia Amina Amir Amit Amy Ana Anastasia Andrea Andreas Andrei Andrew " +
  "Angela Anita Anjali Ann Anna Anne Annika Anthony Antoine Anton Antonio Anya Arjun Arthur Ashley Astrid Audrey Barbara Ben " +
  "Benjamin Bernard Beth Bob Boris Brenda Brian Bruce Camille Carl Carla Carlos Carmen Carol Caroline Catherine Cecilia Charles " +
  "Charlie Chris Christian Christina Christine Christopher Claire Clara Colin Connor Cristina Cynthia Daniel Daniela Danielle " +
  "David Deborah Denis Dennis Diana Diane Diego Dimitri Dmitry Dominic Donna Dorothy Douglas Eduardo Edward Eileen Elena Eleanor " +
  "Elias Elisabeth Elizabeth Ella Ellen Emily Emma Emmanuel Enrique Eric Erica Erik Ernst Esther Eugene Eva Evelyn Fatima Felipe " +
  "Fernando Fiona Francesca Francesco Francis Francisco Franz Fred Frederick Gabriel Gabriela Gareth Gary Geoffrey George Gerald " +
  "Gerhard Giovanni Giulia Giuseppe Gloria Gordon Graham Greg Gregory Greta Guillaume Gustav Hana Hanna Hannah Hans Harold Harry Hassan " +
  "Hassane Heather Helen Helena Henri Henry Hiroshi Howard Hugh Hugo Ian Ibrahim Imani Imran Ines Ingrid Irene Isaac Isabel " +
  "Isabella Ivan Jacob Jacques James Jamie Jane Janet Jason Javier Jean Jeffrey Jennifer Jeremy Jerome Jessica Jim Joan Joanna " +
  "Joao Joe Joel Johann Johannes John Jonas Jonathan Jorge Jose Joseph Joshua Juan Judith Julia Julian Julie Juliette Karen Karim " +
  "Karin Karl Kate Katherine Kathleen Katie Keith Ken Kenneth Kenji Kevin Khalid Kimberly Klaus Kristin Kristina Kumar Lars Laura " +
  "Lauren Laurent Leah Leila Lena Leonard Leonardo Leticia Liam Lillian Linda Lisa Lorenzo Louis Louise Luca Lucia Lucy Luis Lukas " +
  "Magdalena Mahmoud Malik Manuel Marc Marcel Marco Marcus Margaret Maria Mariam Marie Marina Mario Marion Marta Martha Martin Martina Mary " +
  "Maryam Mateo Matteo Matthew Matthias Maurice Megan Mehmet Melissa Michael Michel Michelle Miguel Mike Mikhail Miriam Mohamed " +
  "Mohammed Monica Monique Moritz Mustafa Nadia Nancy Natalia Natalie Nathan Neha Neil Nicholas Nicola Nicolas Nicole Nikolai " +
  "Nikita Nina Nora Oliver Olivia Omar Oscar Otto Pablo Pamela Patricia Patrick Paul Paula Pauline Pedro Peter Petra Philip Philippe " +
  "Pierre Priya Rachel Rafael Rahul Rajesh Ralph Raphael Raymond Rebecca Renata Ricardo Richard Rita Robert Roberto Rodrigo " +
  "Roger Roland Ronald Rosa Ross Ruth Ryan Sabine Salma Samantha Samuel Sandra Sanjay Sara Sarah Sean Sebastian Sergei Sergio " +
  "Shannon Sharon Simon Simone Sofia Sofie Sophia Sophie Stefan Stephanie Stephen Steve Steven Stuart Susan Suzanne Sven Svetlana " +
  "Sylvia Takeshi Tamara Tanya Tara Teresa Theodore Theresa Thomas Tim Timothy Tobias Tom Tony Ulrich Ursula Valentina Valerie " +
  "Vanessa Vera Veronica Viktor Vincent Vladimir Walter Wendy Werner William Wolfgang Yasmin Yolanda Youssef Yuki Yusuf Yves Zoe";

/* Marked as pure, or every page would be sent them with what else stands in this folder. */
const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set(/* @__PURE__ */ GIVEN_NAMES.split(" "));

const LAST_NAME = /(?<![\p{L}'\u2019-])(\p{L}+)(?: [A-Z]\.)? $/u;

/** Whether a text ends with a given name, an initial behind it or none, and a space. */
export const endsWithGivenName = (text: string): boolean => KNOWN.has(LAST_NAME.exec(text)?.[1] ?? "");
