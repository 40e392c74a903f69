/** Italian: what the page says by itself. */

/** @type {import("../texts.mjs").Texts} */
export default {
  page: {
    title: "Parli con Juniper Lines",
    skip: "Vai al modulo",
    headline: "Parliamo dei suoi telefoni.",
    lead: "Ci racconti qualcosa del suo team. Una persona, non un robot, la richiama entro un giorno lavorativo.",
    point1: "Un piano adatto al suo lavoro",
    point2: "Mantenga i suoi numeri",
    point3: "Nessun contratto, nessun costo di attivazione",
    language: "Lingua",
    formTitle: "I suoi dati",
    needed:
      "Servono solo il nome e un numero di telefono o un indirizzo e-mail. Tutto il resto ci aiuta a prepararci.",
    firstName: "Nome",
    lastName: "Cognome",
    company: "Azienda",
    email: "E-mail di lavoro",
    country: "Paese del numero",
    phone: "Telefono",
    phoneHint: "Con o senza il prefisso internazionale: va bene comunque.",
    more: "Per arrivare preparati",
    privacy: "Usiamo i suoi dati solo per risponderle.",
    another: "Invia un’altra richiesta",
    yes: "Sì",
    no: "No",
    open: "Nessuna risposta",
    severalHint: "Anche più di uno, separati da virgole.",
    "hint:monthly-budget": "Per tutto il team, in dollari statunitensi.",
    noScript:
      "Questo modulo ha bisogno di JavaScript. Altrimenti scriva a hello@juniper-lines.example.",
    "label:interests": "Di che cosa vorrebbe sapere di più?",
    "label:monthly-budget": "Budget mensile",
    "label:66e0a1b2c3d4e5f601234567": "Inizio desiderato",
    "label:website": "Sito web",
    "label:inbound-lead": "Come ci ha trovati?",
    "label:4815162": "È già cliente?",
    "label:1710000000042": "Indirizzo dell’ufficio",
    "option:Numbers": "Numeri",
    "option:Texting": "Messaggi",
    "option:Recording": "Registrazione delle chiamate",
    "option:Integrations": "Integrazioni",
  },
  words: { error: "Da correggere: ", warning: "Nota: ", perhaps: "Forse intendeva: " },
  afterName: ": ",
  messages: {
    invisible_without_phone: "Senza un numero di telefono possiamo solo scriverle.",
    invalid_date: "Inserire la data completa: giorno, mese e anno.",
    unreachable:
      "Inserire un numero di telefono o un indirizzo e-mail per consentirci di risponderle.",
  },
  send: "Richiedi una chiamata",
  sending: "Invio in corso…",
  corrected: "Corretto.",
  toCorrect: (count) => (count === 1 ? "Un dato da correggere" : `${count} dati da correggere`),
  reading: (number) => `Chiameremo il ${number}.`,
  thanks: (name) => (name ? `Grazie, ${name}.` : "Grazie."),
  promise: (number) =>
    number
      ? `Abbiamo i suoi dati e chiameremo il ${number} entro un giorno lavorativo.`
      : "Abbiamo i suoi dati e le risponderemo entro un giorno lavorativo.",
  reference: (id) => `Il suo riferimento: ${id}`,
  failures: {
    offline:
      "L’invio non ci è arrivato. Niente è andato perso: tutto ciò che ha scritto è ancora qui. Controlli la connessione e invii di nuovo il modulo.",
    busy: "In questo momento non siamo riusciti a salvare il modulo. Niente è andato perso: tutto ciò che ha scritto è ancora qui. Lo invii di nuovo tra poco.",
    refused:
      "Il nostro server non ha accettato il modulo. Scriva a hello@juniper-lines.example, per favore.",
    engine:
      "Una parte di questa pagina non è stata caricata. Ricarichi la pagina, o scriva a hello@juniper-lines.example.",
  },
};
