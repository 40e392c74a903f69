import quo = require("quo-contacts");
import slim = require("quo-contacts/slim");

const options: quo.MapperOptions = { country: "US" };
quo.createMapper(options).map({}).warnings.length satisfies number;
void slim.init;
