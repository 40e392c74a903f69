// French.
import type { Language } from "#types";
import type { Texts } from "./en.js";

const messages: Texts = {
  required: "Veuillez remplir ce champ.",
  wrong_type: "Ce type de valeur ne convient pas ici.",
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
  control_character:
    "Veuillez supprimer les sauts de ligne et les caractères invisibles de ce texte.",
  malformed_text: "Ce texte contient un caractère endommagé. Veuillez saisir le texte à nouveau.",
  too_long: "Veuillez ne pas dépasser {max} caractères.",
  not_in_table: "Cette valeur ne figure pas dans la liste des valeurs connues.",
  unknown_country: "Veuillez saisir le code à deux lettres d’un pays, par exemple FR.",
  too_many_items: "Veuillez indiquer {max} éléments au plus.",
  invalid_number: "Veuillez saisir un nombre, par exemple 1500.",
  ambiguous_number:
    "Ce nombre peut se lire de deux façons. Veuillez le saisir sans séparateur de milliers.",
  inexact_number: "Ce nombre a trop de chiffres. Veuillez saisir un nombre avec moins de chiffres.",
  not_finite: "Veuillez saisir un nombre ordinaire.",
  invalid_boolean: "Veuillez répondre par oui ou par non.",
  invalid_date: "Veuillez saisir une date, par exemple 2025-04-30.",
  ambiguous_date:
    "On ne sait pas quel nombre correspond au mois. Veuillez indiquer l’année, le mois et le jour, par exemple 2025-04-30.",
  undeclared_date_format: "Veuillez indiquer l’année, le mois et le jour, par exemple 2025-04-30.",
  impossible_date: "Cette date ou cette heure n’existe pas. Veuillez la vérifier.",
  year_out_of_range: "Veuillez saisir une année de 1 à 9999.",
  unknown_option: "Veuillez choisir l’une des options.",
  undeclared_separator: "Veuillez indiquer chaque valeur séparément.",
  invalid_url: "Veuillez saisir une adresse web, par exemple https://example.com.",
  forbidden_scheme: "Veuillez saisir une adresse web qui commence par https:// ou http://.",
  invalid_email: "Veuillez saisir une adresse e-mail, par exemple nom@example.com.",
  not_a_phone_number: "Veuillez saisir un numéro de téléphone.",
  country_required:
    "Veuillez saisir le numéro de téléphone avec l’indicatif du pays, par exemple +1 415 555 2671.",
  unknown_calling_code:
    "Cet indicatif de pays n’existe pas. Veuillez vérifier les premiers chiffres du numéro.",
  phone_too_short:
    "Ce numéro de téléphone n’a pas assez de chiffres. Veuillez vérifier les chiffres et l’indicatif du pays.",
  phone_too_long:
    "Ce numéro de téléphone a trop de chiffres. Veuillez vérifier les chiffres et l’indicatif du pays.",
  phone_invalid_length:
    "Ce numéro de téléphone n’a pas le bon nombre de chiffres. Veuillez vérifier les chiffres et l’indicatif du pays.",
  local_only:
    "Ce numéro de téléphone est incomplet. Veuillez le saisir en entier, avec l’indicatif régional.",
  phone_not_in_use:
    "Ce numéro de téléphone n’est pas attribué. Veuillez vérifier les chiffres et l’indicatif du pays.",
  scientific_notation:
    "Un tableur a abrégé ce numéro de téléphone. Veuillez saisir tous ses chiffres.",
  several_numbers: "Veuillez saisir un seul numéro de téléphone.",
  not_e164:
    "Veuillez saisir le numéro de téléphone avec un + suivi uniquement de chiffres, par exemple +14155552671.",
  reserved_source: "Veuillez choisir une autre source. Ce mot est réservé à Quo.",
  reserved_source_prefix:
    "Veuillez choisir une autre source, qui ne commence pas par «\u00A0{prefix}\u00A0».",
  invalid_user_id: "Veuillez saisir l’identifiant d’un utilisateur de Quo. Il commence par US.",
  invisible_without_phone:
    "Sans numéro de téléphone, ce contact n’apparaît pas dans l’application Quo.",
  first_name_replaced: "Le prénom était vide.",
  number_to_text: "Le nombre a été converti en texte.",
  boolean_to_text: "La réponse oui ou non a été convertie en texte.",
  percent_left_out: "Le signe pour cent a été retiré.",
  currency_left_out: "La devise a été retirée.",
  read_as_negative: "Les parenthèses ont été lues comme un signe moins.",
  precision_cut: "L’heure a été tronquée à la milliseconde.",
  utc_assumed: "L’heure a été lue en UTC, faute de fuseau horaire.",
  scheme_added: "https:// a été ajouté au début.",
  percent_encoded: "Les caractères spéciaux de l’adresse web ont été encodés.",
  email_unwrapped: "Seule l’adresse e-mail a été gardée.",
  duplicate_merged: "La même valeur a été donnée deux fois et n’est conservée qu’une fois.",
  extension_left_out: "Le numéro de poste a été retiré.",
  letters_converted: "Les lettres ont été lues comme les chiffres d’un clavier de téléphone.",
  word_left_out: "Le texte à côté du numéro a été retiré.",
};

export const fr: Language = { locale: "fr", messages };
export default fr;
