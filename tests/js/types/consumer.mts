import { createMapper, type MapperOptions } from "quo-contacts";
import { init } from "quo-contacts/slim";

const options: MapperOptions = { country: "US" };
createMapper(options).map({}).warnings.length satisfies number;
void init;
