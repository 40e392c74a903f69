import quo = require("quo-contacts");
import slim = require("quo-contacts/slim");

const options: quo.MapperOptions = { country: "US" };
quo.createMapper(options).map({}).warnings.length satisfies number;
void slim.init;
import phone = require("quo-contacts/phone");
import format = require("quo-contacts/phone/format");
phone.normalizePhones(["1"]).length satisfies number;
format.phoneState("1").formatted satisfies string;
import messages = require("quo-contacts/messages");
import german = require("quo-contacts/messages/de");
quo.createMapper({ languages: [messages.fr, german.de, german.default], locale: "fr" });
