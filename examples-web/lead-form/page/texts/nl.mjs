/** Dutch: what the page says by itself. */

/** @type {import("../texts.mjs").Texts} */
export default {
  page: {
    title: "Praat met Juniper Lines",
    skip: "Naar het formulier",
    headline: "Laten we het over uw telefoons hebben.",
    lead: "Vertel ons iets over uw team. Een mens, geen robot, belt u binnen één werkdag terug.",
    point1: "Een abonnement dat bij uw werk past",
    point2: "Behoud uw nummers",
    point3: "Geen contract, geen opstartkosten",
    language: "Taal",
    formTitle: "Uw gegevens",
    needed:
      "Alleen uw voornaam en een telefoonnummer of e-mailadres zijn nodig. De rest helpt ons bij de voorbereiding.",
    firstName: "Voornaam",
    lastName: "Achternaam",
    company: "Bedrijf",
    email: "Zakelijk e-mailadres",
    country: "Land van het nummer",
    phone: "Telefoon",
    phoneHint: "Met of zonder landnummer: allebei goed.",
    more: "Zodat we voorbereid zijn",
    privacy: "Wat u schrijft, gebruiken we om u te antwoorden, en nergens anders voor.",
    another: "Nog een aanvraag",
    yes: "Ja",
    no: "Nee",
    open: "Geen antwoord",
    severalHint: "Meer mag ook, met komma’s ertussen.",
    "hint:monthly-budget": "Voor het hele team, in Amerikaanse dollars.",
    noScript:
      "Dit formulier heeft JavaScript nodig. Schrijf anders naar hello@juniper-lines.example.",
    "label:interests": "Waarover wilt u meer horen?",
    "label:monthly-budget": "Budget per maand",
    "label:66e0a1b2c3d4e5f601234567": "Gewenste start",
    "label:website": "Website",
    "label:inbound-lead": "Hoe hebt u ons gevonden?",
    "label:4815162": "Bent u al klant?",
    "label:1710000000042": "Kantooradres",
    "option:Numbers": "Nummers",
    "option:Texting": "Berichten",
    "option:Recording": "Gespreksopname",
    "option:Integrations": "Koppelingen",
  },
  words: { error: "Te verbeteren: ", warning: "Let op: ", perhaps: "Bedoelde u misschien: " },
  afterName: ": ",
  messages: {
    invisible_without_phone: "Zonder telefoonnummer kunnen we u alleen schrijven.",
    invalid_date: "Voer de volledige datum in: dag, maand en jaar.",
    unreachable: "Voer een telefoonnummer of een e-mailadres in, zodat we u kunnen bereiken.",
  },
  send: "Bel mij terug",
  sending: "Wordt verzonden …",
  corrected: "Verbeterd.",
  toCorrect: (count) => (count === 1 ? "Eén punt te verbeteren" : `${count} punten te verbeteren`),
  reading: (number) => `We bellen ${number}.`,
  thanks: (name) => (name ? `Bedankt, ${name}.` : "Bedankt."),
  promise: (number) =>
    number
      ? `We hebben uw gegevens en bellen ${number} binnen één werkdag.`
      : "We hebben uw gegevens en laten binnen één werkdag van ons horen.",
  reference: (id) => `Uw referentienummer: ${id}`,
  failures: {
    offline:
      "Dit heeft ons niet bereikt. Er is niets verloren: alles wat u hebt ingevuld, staat er nog. Controleer uw verbinding en verstuur het opnieuw.",
    busy: "We konden het nu niet opslaan. Er is niets verloren: alles wat u hebt ingevuld, staat er nog. Verstuur het zo meteen opnieuw.",
    refused:
      "Onze server heeft dit formulier niet aangenomen. Schrijf naar hello@juniper-lines.example.",
    engine:
      "Een deel van deze pagina is niet geladen. Laad de pagina opnieuw of schrijf naar hello@juniper-lines.example.",
  },
};
