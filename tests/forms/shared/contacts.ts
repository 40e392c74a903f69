// The one place that names the entry which the apps import.
export * from "quo-contacts/form";
