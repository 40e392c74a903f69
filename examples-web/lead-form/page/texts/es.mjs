/** Spanish: what the page says by itself. */

/** @type {import("../texts.mjs").Texts} */
export default {
  page: {
    title: "Hable con Juniper Lines",
    skip: "Ir al formulario",
    headline: "Hablemos de sus teléfonos.",
    lead: "Cuéntenos un poco sobre su equipo. Una persona, no un robot, le devuelve la llamada en el plazo de un día laborable.",
    point1: "Un plan que encaja con su trabajo",
    point2: "Conserve sus números",
    point3: "Sin contrato ni cuota de alta",
    language: "Idioma",
    formTitle: "Sus datos",
    needed:
      "Solo hacen falta su nombre y un número de teléfono o una dirección de correo electrónico. Lo demás nos ayuda a prepararnos.",
    firstName: "Nombre",
    lastName: "Apellidos",
    company: "Empresa",
    email: "Correo electrónico del trabajo",
    country: "País del número",
    phone: "Teléfono",
    phoneHint: "Con o sin el prefijo del país: ambas formas son válidas.",
    more: "Para llegar preparados",
    privacy: "Usamos sus datos solo para responderle.",
    another: "Enviar otra solicitud",
    yes: "Sí",
    no: "No",
    open: "Sin respuesta",
    severalHint: "Puede poner varios, separados por comas.",
    "hint:monthly-budget": "Para todo el equipo, en dólares estadounidenses.",
    noScript: "Este formulario necesita JavaScript. Si no, escriba a hello@juniper-lines.example.",
    "label:interests": "¿Sobre qué le gustaría saber más?",
    "label:monthly-budget": "Presupuesto mensual",
    "label:66e0a1b2c3d4e5f601234567": "Inicio deseado",
    "label:website": "Sitio web",
    "label:inbound-lead": "¿Cómo nos encontró?",
    "label:4815162": "¿Ya es cliente?",
    "label:1710000000042": "Dirección de la oficina",
    "option:Numbers": "Números",
    "option:Texting": "Mensajes",
    "option:Recording": "Grabación",
    "option:Integrations": "Integraciones",
  },
  words: { error: "Por corregir: ", warning: "Nota: ", perhaps: "Quizá quiso decir: " },
  afterName: ": ",
  messages: {
    invisible_without_phone: "Sin número de teléfono solo podemos escribirle.",
    invalid_date: "Introduzca la fecha completa: día, mes y año.",
    unreachable:
      "Introduzca un número de teléfono o una dirección de correo electrónico para que podamos responderle.",
  },
  send: "Pedir una llamada",
  sending: "Enviando…",
  corrected: "Corregido.",
  toCorrect: (count) => (count === 1 ? "Un dato por corregir" : `${count} datos por corregir`),
  reading: (number) => `Llamaremos al ${number}.`,
  thanks: (name) => (name ? `Gracias, ${name}.` : "Gracias."),
  promise: (number) =>
    number
      ? `Tenemos sus datos y llamaremos al ${number} en el plazo de un día laborable.`
      : "Tenemos sus datos y le responderemos en el plazo de un día laborable.",
  reference: (id) => `Su referencia: ${id}`,
  failures: {
    offline:
      "El envío no nos llegó. No se ha perdido nada: todo lo que escribió sigue aquí. Compruebe su conexión y vuelva a enviar el formulario.",
    busy: "No hemos podido guardar el formulario en este momento. No se ha perdido nada: todo lo que escribió sigue aquí. Vuelva a enviarlo dentro de un momento.",
    refused:
      "Nuestro servidor no aceptó el formulario. Escriba a hello@juniper-lines.example, por favor.",
    engine:
      "Una parte de esta página no se cargó. Vuelva a cargar la página o escriba a hello@juniper-lines.example.",
  },
};
