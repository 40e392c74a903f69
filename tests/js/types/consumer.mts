import { createMapper, type MapperOptions } from "quo-contacts";
import { en } from "quo-contacts/messages";
import german, { de } from "quo-contacts/messages/de";
import { init } from "quo-contacts/slim";

const options: MapperOptions = { country: "US", languages: [en, german, de] };
createMapper(options).map({}).warnings.length satisfies number;
void init;
