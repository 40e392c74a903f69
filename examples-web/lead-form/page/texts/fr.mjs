/** French: what the page says by itself. */

/** @type {import("../texts.mjs").Texts} */
export default {
  page: {
    title: "Parlez à Juniper Lines",
    skip: "Aller au formulaire",
    headline: "Parlons de vos téléphones.",
    lead: "Dites-nous quelques mots sur votre équipe. Une personne, pas un robot, vous rappelle sous un jour ouvré.",
    point1: "Une offre adaptée à votre façon de travailler",
    point2: "Gardez vos numéros",
    point3: "Sans engagement ni frais d’installation",
    language: "Langue",
    formTitle: "Vos coordonnées",
    needed:
      "Il nous faut seulement votre prénom et un numéro de téléphone ou une adresse e-mail. Le reste nous aide à nous préparer.",
    firstName: "Prénom",
    lastName: "Nom",
    company: "Entreprise",
    email: "E-mail professionnel",
    country: "Pays du numéro",
    phone: "Téléphone",
    phoneHint: "Avec ou sans l’indicatif du pays, comme vous voulez.",
    more: "Pour bien nous préparer",
    privacy: "Ce que vous écrivez nous sert à vous répondre, et à rien d’autre.",
    another: "Envoyer une autre demande",
    yes: "Oui",
    no: "Non",
    open: "Sans réponse",
    severalHint: "Plusieurs réponses possibles, séparées par des virgules.",
    "hint:monthly-budget": "Pour toute l’équipe, en dollars américains.",
    noScript: "Ce formulaire a besoin de JavaScript. Sinon, écrivez à hello@juniper-lines.example.",
    "label:interests": "De quoi aimeriez-vous parler\u202F?",
    "label:monthly-budget": "Budget mensuel",
    "label:66e0a1b2c3d4e5f601234567": "Début souhaité",
    "label:website": "Site web",
    "label:inbound-lead": "Comment nous avez-vous trouvés\u202F?",
    "label:4815162": "Êtes-vous déjà client ou cliente\u202F?",
    "label:1710000000042": "Adresse du bureau",
    "option:Numbers": "Numéros",
    "option:Texting": "Messages",
    "option:Recording": "Enregistrement des appels",
    "option:Integrations": "Intégrations",
  },
  words: {
    error: "À corriger\u00A0: ",
    warning: "À noter\u00A0: ",
    perhaps: "Vous vouliez peut-être dire\u00A0: ",
  },
  afterName: "\u00A0: ",
  messages: {
    invisible_without_phone: "Sans numéro de téléphone, nous pouvons seulement vous écrire.",
    invalid_date: "Veuillez saisir la date complète\u00A0: jour, mois et année.",
    unreachable:
      "Veuillez saisir un numéro de téléphone ou une adresse e-mail, pour que nous puissions vous joindre.",
  },
  send: "Demander un appel",
  sending: "Envoi en cours…",
  corrected: "Corrigé.",
  toCorrect: (count) => (count === 1 ? "Un point à corriger" : `${count} points à corriger`),
  reading: (number) => `Nous appellerons le ${number}.`,
  thanks: (name) => (name ? `Merci, ${name}.` : "Merci."),
  promise: (number) =>
    number
      ? `Nous avons vos coordonnées et appellerons le ${number} sous un jour ouvré.`
      : "Nous avons vos coordonnées et vous répondrons sous un jour ouvré.",
  reference: (id) => `Votre référence\u00A0: ${id}`,
  failures: {
    offline:
      "L’envoi ne nous est pas parvenu. Rien n’est perdu\u00A0: tout ce que vous avez saisi est encore là. Vérifiez votre connexion et envoyez à nouveau le formulaire.",
    busy: "Nous n’avons pas pu l’enregistrer pour le moment. Rien n’est perdu\u00A0: tout ce que vous avez saisi est encore là. Envoyez à nouveau le formulaire dans un instant.",
    refused:
      "Notre serveur n’a pas accepté ce formulaire. Écrivez à hello@juniper-lines.example, s’il vous plaît.",
    engine:
      "Une partie de cette page n’a pas été chargée. Rechargez la page, ou écrivez à hello@juniper-lines.example.",
  },
};
