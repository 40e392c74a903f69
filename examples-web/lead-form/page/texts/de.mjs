/** German: what the page says by itself. */

/** @type {import("../texts.mjs").Texts} */
export default {
  page: {
    title: "Sprechen Sie mit Juniper Lines",
    skip: "Zum Formular springen",
    headline: "Sprechen wir über Ihre Telefone.",
    lead: "Erzählen Sie uns kurz von Ihrem Team. Ein Mensch, kein Automat, ruft Sie innerhalb eines Werktags zurück.",
    point1: "Ein Tarif, der zu Ihrer Arbeit passt",
    point2: "Ihre Rufnummern bleiben Ihnen",
    point3: "Kein Vertrag, keine Einrichtungsgebühr",
    language: "Sprache",
    formTitle: "Ihre Angaben",
    needed:
      "Nötig sind nur Ihr Vorname und eine Telefonnummer oder E-Mail-Adresse. Alles andere hilft uns bei der Vorbereitung.",
    firstName: "Vorname",
    lastName: "Nachname",
    company: "Unternehmen",
    email: "Geschäftliche E-Mail-Adresse",
    country: "Land der Telefonnummer",
    phone: "Telefon",
    phoneHint: "Mit oder ohne Landesvorwahl: Beides ist recht.",
    more: "Damit wir vorbereitet sind",
    privacy: "Was Sie schreiben, nutzen wir nur, um Ihnen zu antworten.",
    another: "Noch eine Anfrage",
    yes: "Ja",
    no: "Nein",
    open: "Keine Angabe",
    severalHint: "Mehrere sind möglich, durch Kommas getrennt.",
    "hint:monthly-budget": "Für das ganze Team, in US-Dollar.",
    noScript:
      "Dieses Formular braucht JavaScript. Schreiben Sie uns sonst an hello@juniper-lines.example.",
    "label:interests": "Worüber möchten Sie mehr erfahren?",
    "label:monthly-budget": "Monatliches Budget",
    "label:66e0a1b2c3d4e5f601234567": "Gewünschter Beginn",
    "label:website": "Website",
    "label:inbound-lead": "Wie haben Sie uns gefunden?",
    "label:4815162": "Sind Sie schon Kundin oder Kunde?",
    "label:1710000000042": "Büroadresse",
    "option:Numbers": "Rufnummern",
    "option:Texting": "Textnachrichten",
    "option:Recording": "Aufzeichnung",
    "option:Integrations": "Integrationen",
  },
  words: { error: "Zu berichtigen: ", warning: "Hinweis: ", perhaps: "Vielleicht meinten Sie: " },
  afterName: ": ",
  messages: {
    invisible_without_phone: "Ohne Telefonnummer können wir Ihnen nur schreiben.",
    invalid_date: "Bitte geben Sie das vollständige Datum ein: Tag, Monat und Jahr.",
    unreachable:
      "Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse ein, damit wir Sie erreichen können.",
  },
  send: "Um Rückruf bitten",
  sending: "Wird gesendet …",
  corrected: "Berichtigt.",
  toCorrect: (count) =>
    count === 1 ? "Eine Angabe ist zu berichtigen" : `${count} Angaben sind zu berichtigen`,
  reading: (number) => `Wir rufen ${number} an.`,
  thanks: (name) => (name ? `Vielen Dank, ${name}.` : "Vielen Dank."),
  promise: (number) =>
    number
      ? `Ihre Angaben sind da. Wir rufen ${number} innerhalb eines Werktags an.`
      : "Ihre Angaben sind da. Wir melden uns innerhalb eines Werktags.",
  reference: (id) => `Ihre Vorgangsnummer: ${id}`,
  failures: {
    offline:
      "Das hat uns nicht erreicht. Nichts ist verloren: Alles, was Sie eingegeben haben, steht noch da. Prüfen Sie Ihre Verbindung und senden Sie es noch einmal.",
    busy: "Wir konnten es gerade nicht speichern. Nichts ist verloren: Alles, was Sie eingegeben haben, steht noch da. Bitte senden Sie es gleich noch einmal.",
    refused:
      "Unser Server hat das Formular nicht angenommen. Bitte schreiben Sie an hello@juniper-lines.example.",
    engine:
      "Ein Teil dieser Seite wurde nicht geladen. Bitte laden Sie die Seite neu, oder schreiben Sie an hello@juniper-lines.example.",
  },
};
