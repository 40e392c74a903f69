// French.
import type { Language } from "#types";
import type { Texts } from "./en.js";

const messages: Texts = {
  required: "Veuillez remplir ce champ.",
  wrong_type: "Ce genre de valeur ne convient pas ici.",
  "wrong_type.text": "Veuillez saisir un texte.",
  "wrong_type.number": "Veuillez saisir un nombre.",
  "wrong_type.boolean": "Veuillez répondre par oui ou par non.",
  "wrong_type.date": "Veuillez saisir une date.",
  "wrong_type.array of texts": "Veuillez choisir une ou plusieurs valeurs.",
  unreadable: "Cette valeur est illisible. Veuillez la saisir à nouveau.",
  "unreadable.depth": "Cette valeur a trop de niveaux.",
  "unreadable.size": "Il y a trop de données à la fois.",
  unknown_field:
    "Aucun champ ne porte ce nom. Les champs personnalisés se créent dans l’application Quo.",
  ambiguous_name:
    "Plusieurs champs portent ce nom. Veuillez utiliser l’une de leurs clés\u00A0: {keys}.",
  duplicate_field: "Ce champ a été rempli deux fois. Veuillez ne garder qu’une valeur.",
  unsupported_type: "Les champs de type «\u00A0{type}\u00A0» ne sont pas encore pris en charge.",
  control_character: "Veuillez supprimer les caractères invisibles de ce texte.",
  malformed_text: "Ce texte contient un caractère endommagé. Veuillez le saisir à nouveau.",
  too_long: "Veuillez ne pas dépasser {max} caractères.",
  not_in_table: "Cette valeur ne figure pas dans la liste des valeurs connues.",
  unknown_country: "Veuillez saisir le code à deux lettres d’un pays, par exemple FR.",
  too_many_items: "Veuillez indiquer {max} éléments au plus.",
  invalid_number: "Veuillez saisir un nombre, par exemple 1500.",
  ambiguous_number:
    "Ce nombre peut se lire de deux façons. Veuillez le saisir sans séparateur de milliers.",
  inexact_number: "Ce nombre a trop de chiffres.",
  not_finite: "Veuillez saisir un nombre ordinaire.",
  invalid_boolean: "Veuillez répondre par oui ou par non.",
  invalid_date: "Veuillez saisir une date, par exemple 2025-04-03.",
  ambiguous_date:
    "On ne sait pas quel nombre est le mois. Veuillez indiquer l’année, le mois et le jour, par exemple 2025-04-03.",
  undeclared_date_format: "Veuillez indiquer l’année, le mois et le jour, par exemple 2025-04-03.",
  impossible_date: "Cette date ou cette heure n’existe pas.",
  year_out_of_range: "Veuillez saisir une année de 1 à 9999.",
  unknown_option: "Veuillez choisir l’une des options.",
  undeclared_separator: "Veuillez indiquer chaque valeur séparément.",
  invalid_url: "Veuillez saisir une adresse web, par exemple https://example.com.",
  forbidden_scheme: "Veuillez saisir une adresse web qui commence par https:// ou http://.",
  invalid_email: "Veuillez saisir une adresse e-mail, par exemple name@example.com.",
  not_a_phone_number: "Veuillez saisir un numéro de téléphone.",
  country_required:
    "Veuillez saisir le numéro de téléphone avec l’indicatif du pays, par exemple +1 415 555 2671.",
  unknown_calling_code:
    "Cet indicatif de pays n’existe pas. Veuillez vérifier les premiers chiffres du numéro.",
  phone_too_short: "Ce numéro de téléphone n’a pas assez de chiffres.",
  phone_too_long: "Ce numéro de téléphone a trop de chiffres.",
  phone_invalid_length: "Les numéros de téléphone de ce pays n’ont pas ce nombre de chiffres.",
  local_only: "Veuillez saisir le numéro de téléphone avec l’indicatif régional.",
  phone_not_in_use: "Ce numéro de téléphone n’est pas attribué. Veuillez vérifier les chiffres.",
  scientific_notation:
    "Un tableur a abrégé ce numéro de téléphone. Veuillez saisir tous ses chiffres.",
  several_numbers: "Veuillez saisir un seul numéro de téléphone.",
  not_e164:
    "Veuillez saisir le numéro de téléphone sous la forme + suivi de chiffres seuls, par exemple +14155552671.",
  reserved_source: "Veuillez choisir une autre source. Ce mot est réservé à Quo.",
  reserved_source_prefix:
    "Veuillez choisir une autre source, qui ne commence pas par «\u00A0{prefix}\u00A0».",
  invalid_user_id: "Veuillez saisir l’identifiant d’un utilisateur de Quo. Il commence par US.",
  invisible_without_phone:
    "Sans numéro de téléphone, ce contact n’apparaît pas dans l’application Quo.",
  first_name_replaced: "Le prénom vide a été remplacé.",
  number_to_text: "Le nombre a été converti en texte.",
  boolean_to_text: "La réponse oui ou non a été convertie en texte.",
  percent_left_out: "Le signe pour cent a été omis.",
  currency_left_out: "La devise a été omise.",
  read_as_negative: "Les parenthèses ont été lues comme un signe moins.",
  precision_cut: "L’heure a été tronquée à la milliseconde.",
  utc_assumed: "L’heure a été lue en UTC, faute de fuseau horaire.",
  scheme_added: "https:// a été ajouté au début.",
  percent_encoded: "Les caractères spéciaux de l’adresse web ont été encodés.",
  email_unwrapped: "Seule l’adresse e-mail a été gardée.",
  duplicate_merged: "La même valeur a été donnée deux fois\u00A0; elle n’est gardée qu’une fois.",
  extension_left_out: "Le numéro de poste a été omis.",
  letters_converted: "Les lettres ont été lues comme les chiffres d’un clavier de téléphone.",
  word_left_out: "Les mots à côté du numéro ont été omis.",
};

export const fr: Language = { locale: "fr", messages };
export default fr;
