/** On these a click means something already, in the page or in the card: it does not pin. */
export const WORKING =
  "a[href], button, summary, label, input, select, textarea, [role=button], [contenteditable]";
