// Spanish.
import type { Language } from "#types";
import type { Texts } from "./en.js";

const messages: Texts = {
  required: "Rellene este campo.",
  wrong_type: "Este tipo de valor no es adecuado aquí.",
  "wrong_type.text": "Introduzca un texto.",
  "wrong_type.number": "Introduzca un número.",
  "wrong_type.boolean": "Responda sí o no.",
  "wrong_type.date": "Introduzca una fecha.",
  "wrong_type.array of texts": "Elija uno o varios valores.",
  unreadable: "Este valor no se puede leer. Introdúzcalo de nuevo.",
  "unreadable.depth": "Este valor tiene demasiados niveles.",
  "unreadable.size": "Son demasiados datos a la vez.",
  unknown_field:
    "No hay ningún campo con este nombre. Los campos personalizados se crean en la aplicación Quo.",
  ambiguous_name: "Varios campos tienen este nombre. Use una de sus claves: {keys}.",
  duplicate_field: "Este campo se rellenó dos veces. Deje un solo valor.",
  unsupported_type: "Los campos de tipo «{type}» todavía no se admiten.",
  control_character: "Quite los saltos de línea y los caracteres invisibles de este texto.",
  malformed_text: "Este texto contiene un carácter dañado. Introduzca el texto de nuevo.",
  too_long: "Use {max} caracteres como máximo.",
  not_in_table: "Este valor no está en la lista de valores conocidos.",
  unknown_country: "Introduzca el código de dos letras de un país, por ejemplo ES.",
  too_many_items: "Indique {max} elementos como máximo.",
  invalid_number: "Introduzca un número, por ejemplo 1500.",
  ambiguous_number:
    "Este número se puede leer de dos maneras. Escríbalo sin separador de millares.",
  inexact_number: "Este número tiene demasiadas cifras. Introduzca un número con menos cifras.",
  not_finite: "Introduzca un número normal.",
  invalid_boolean: "Responda sí o no.",
  invalid_date: "Introduzca una fecha, por ejemplo 2025-04-30.",
  ambiguous_date:
    "No está claro qué número es el mes. Indique año, mes y día, por ejemplo 2025-04-30.",
  undeclared_date_format: "Indique año, mes y día, por ejemplo 2025-04-30.",
  impossible_date: "Esta fecha u hora no existe. Compruébela.",
  year_out_of_range: "Introduzca un año entre 1 y 9999.",
  unknown_option: "Elija una de las opciones.",
  undeclared_separator: "Indique cada valor por separado.",
  invalid_url: "Introduzca una dirección web, por ejemplo https://example.com.",
  forbidden_scheme: "Introduzca una dirección web que empiece por https:// o http://.",
  invalid_email: "Introduzca una dirección de correo electrónico, por ejemplo nombre@example.com.",
  not_a_phone_number: "Introduzca un número de teléfono.",
  country_required:
    "Introduzca el número de teléfono con el prefijo del país, por ejemplo +1 415 555 2671.",
  unknown_calling_code: "Este prefijo de país no existe. Compruebe las primeras cifras del número.",
  phone_too_short:
    "A este número de teléfono le faltan cifras. Compruebe las cifras y el prefijo del país.",
  phone_too_long:
    "Este número de teléfono tiene demasiadas cifras. Compruebe las cifras y el prefijo del país.",
  phone_invalid_length:
    "Este número de teléfono no tiene la cantidad correcta de cifras. Compruebe las cifras y el prefijo del país.",
  local_only:
    "Este número de teléfono está incompleto. Introdúzcalo entero, con el prefijo de la zona.",
  phone_not_in_use:
    "Este número de teléfono no está en uso. Compruebe las cifras y el prefijo del país.",
  scientific_notation:
    "Una hoja de cálculo acortó este número de teléfono. Introduzca todas sus cifras.",
  several_numbers: "Introduzca un solo número de teléfono.",
  not_e164: "Introduzca el número de teléfono solo con + y cifras, por ejemplo +14155552671.",
  reserved_source: "Elija otro origen. Quo se reserva esta palabra.",
  reserved_source_prefix: "Elija otro origen que no empiece por «{prefix}».",
  invalid_user_id: "Introduzca el ID de un usuario de Quo. Empieza por US.",
  invisible_without_phone: "Sin número de teléfono, este contacto no aparece en la aplicación Quo.",
  first_name_replaced: "El nombre estaba vacío.",
  number_to_text: "El número se convirtió en texto.",
  boolean_to_text: "La respuesta sí o no se convirtió en texto.",
  percent_left_out: "Se quitó el signo de porcentaje.",
  currency_left_out: "Se quitó la moneda.",
  read_as_negative: "Los paréntesis se leyeron como un signo menos.",
  precision_cut: "La hora se recortó a milisegundos.",
  utc_assumed: "La hora se leyó como UTC, porque no indica zona horaria.",
  scheme_added: "Se añadió https:// al principio.",
  percent_encoded: "Se codificaron los caracteres especiales de la dirección web.",
  email_unwrapped: "Solo se conservó la dirección de correo electrónico.",
  duplicate_merged: "El mismo valor se indicó dos veces y se conserva una sola vez.",
  extension_left_out: "Se quitó la extensión del número.",
  letters_converted: "Las letras se leyeron como las cifras de un teclado de teléfono.",
  word_left_out: "Se quitó el texto que acompañaba al número.",
};

export const es: Language = { locale: "es", messages };
export default es;
