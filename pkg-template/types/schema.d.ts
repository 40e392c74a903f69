// The schema for forms: https://standardschema.dev, version 1.1, and its JSON Schema.
import type {
  ContactPayload,
  FieldDefinition,
  PayloadCustomField,
  PayloadItem,
} from "./contact.js";
import type { MapperOptions } from "./mapping.js";
import type { Issue, MessagesOptions } from "./verdict.js";

/** The custom fields of a workspace: a list of them, or the API's answer. */
type Definitions = readonly FieldDefinition[] | { readonly data: readonly FieldDefinition[] };
/** One of them. */
type One<D extends Definitions> = D extends { readonly data: readonly (infer F)[] }
  ? F
  : D extends readonly (infer F)[]
    ? F
    : never;

/** What the payload holds, by the type of the definition. */
interface PayloadValues {
  readonly address: string;
  readonly boolean: boolean;
  readonly date: string;
  readonly "multi-select": string[];
  readonly number: number;
  readonly string: string;
  readonly url: string;
}
/** What a form may hold, by the type of the definition. */
interface FormValues {
  readonly address: string | AddressParts;
  readonly boolean: boolean | string | 0 | 1;
  readonly date: string | Date;
  readonly "multi-select": string | string[];
  readonly number: number | string;
  readonly string: string;
  readonly url: string;
}
// Aliases from here on: form libraries want objects that can be indexed by any name, as no interface can, and lists
// that they may add to.

/** An address whose parts are joined to one text. */
export type AddressParts = {
  readonly street?: FormText;
  readonly street2?: FormText;
  readonly city?: FormText;
  readonly region?: FormText;
  readonly postalCode?: FormText;
  readonly country?: FormText;
};
/** Of a type that this version does not know only a blank is taken. */
type ValueOf<Values, Type, Any> = Type extends keyof Values
  ? Values[Type] | null
  : string extends Type
    ? Any
    : null;

type CustomOf<F> = F extends { readonly key: infer Key; readonly type: infer Type }
  ? string extends Key
    ? PayloadCustomField
    : { key: Key & string; value: ValueOf<PayloadValues, Type, PayloadCustomField["value"]> }
  : never;

/** A contact for Quo, whose custom fields are those of the definitions. */
export type ContactOutput<D extends Definitions = Definitions> = Omit<
  ContactPayload,
  "customFields"
> & { customFields?: CustomOf<One<D>>[] };

/** A text as controls have it; a blank is null. */
type FormText = string | null | undefined;
type FormValue<Type> = ValueOf<FormValues, Type, FormValues[keyof FormValues]> | undefined;

/** An e-mail address or a phone number with what it is called. */
type FormItem = { name?: FormText; value: string | null };
/** One, with its name or without, or several of the same name. */
type FormItems = FormText | FormItem | (FormText | FormItem)[];
type Labels =
  | "business"
  | "cell"
  | "direct"
  | "home"
  | "main"
  | "mobile"
  | "office"
  | "other"
  | "personal"
  | "private"
  | "work";

type FormTexts = {
  readonly firstName?: FormText;
  readonly lastName?: FormText;
  readonly company?: FormText;
  readonly role?: FormText;
};
type FormLists = {
  readonly email?: FormItems;
  readonly emails?: FormItem[] | undefined;
  readonly phone?: FormItems;
  readonly phones?: FormItem[] | undefined;
  readonly phoneNumber?: FormItems;
  readonly phoneNumbers?: FormItem[] | undefined;
};
type FormFields = FormTexts &
  FormLists & {
    readonly source?: FormText;
    readonly sourceUrl?: FormText;
    readonly externalId?: FormText;
    readonly createdByUserId?: FormText;
    readonly defaultFields?: (FormTexts & FormLists) | null | undefined;
  };
type Labelled = `${Labels}Email` | `${Labels}Phone` | "mobile" | "cell";
/** A name without case, spaces, `_` and `-`. */
type Folded<
  Name extends string,
  Before extends string = "",
> = Name extends `${infer First}${infer Rest}`
  ? Folded<Rest, First extends " " | "_" | "-" ? Before : `${Before}${First}`>
  : Lowercase<Before>;
/** What reads as a field's name leads there. */
type Unread<Name, Taken> = Name extends string
  ? Folded<Name> extends Lowercase<Taken & string>
    ? never
    : Name
  : never;
/** Every object has these, with types of their own. */
type Inherited = keyof ObjectConstructor["prototype"];
/**
 * Custom fields by key or name, as far as the definitions are known to the compiler; what is `Taken` leads elsewhere,
 * and a name that is the key of another leads there.
 */
type FormCustom<F, Taken, Keys> = F extends {
  readonly key: infer Key;
  readonly name: infer Name;
}
  ? string extends Key
    ? Record<never, never>
    : {
        readonly [Column in
          | Exclude<Key & string, Taken | Inherited>
          | Exclude<Unread<Name, Taken>, Keys | Inherited>]?: FormValue<TypeOf<F>>;
      }
  : never;
type FormItemOf<F> = F extends { readonly key: infer Key; readonly name: infer Name }
  ? { readonly value: Exclude<FormValue<TypeOf<F>>, undefined> } & (
      | { readonly key: Key & string; readonly name?: string | undefined }
      | { readonly key?: undefined; readonly name: Name & string }
    )
  : never;
type TypeOf<F> = F extends { readonly type: infer Type } ? Type : never;
type Together<Union> = (Union extends unknown ? (part: Union) => void : never) extends (
  part: infer All,
) => void
  ? All
  : never;
type FormCustoms<F, Taken = never> = [F] extends [never]
  ? Record<never, never>
  : string extends KeyOf<F>
    ? { readonly [column: string]: unknown }
    : Together<FormCustom<F, Taken, KeyOf<F>>>;
/** The definitions' own keys and names go before the names with a label. */
type FormLabelled<F> = {
  readonly [Name in Exclude<Labelled, string extends KeyOf<F> ? never : Columns<F>>]?: FormItems;
};
type KeyOf<F> = F extends { readonly key: infer Key } ? Key : never;

/** What a form may hold: the payload's shape, short names, custom fields by key or name. */
export type ContactInput<D extends Definitions = Definitions> = FormFields &
  FormLabelled<One<D>> &
  FormCustoms<One<D>, keyof FormFields | "customFields"> & {
    readonly customFields?: FormCustoms<One<D>> | FormItemOf<One<D>>[] | null | undefined;
  };

/** What a call may say otherwise than the schema; its `messages` count more, code by code. */
export interface CallOptions extends MessagesOptions {
  readonly country?: string | null | undefined;
}
/** As Standard Schema has them: libraries may hand them on, and few do. */
export interface ValidateOptions {
  readonly libraryOptions?: CallOptions | Record<string, unknown> | undefined;
}

/** How records become contacts, without a mapping: a form's names are the field's own. */
export type SchemaOptions<D extends Definitions = Definitions> = Omit<
  MapperOptions,
  "mapping" | "headers" | "definitions"
> & {
  /** The workspace's custom fields: `client.definitions()`, or a literal, whose types are then known. */
  readonly definitions?: D | undefined;
};

/** `data` or `issues`, never both. */
export type SafeParse<Value> =
  | {
      readonly success: true;
      readonly data: Value;
      readonly warnings: Issue[];
      readonly issues?: undefined;
    }
  | {
      readonly success: false;
      readonly issues: Issue[];
      readonly warnings: Issue[];
      readonly data?: undefined;
    };

export interface JsonSchemaOptions {
  readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
  readonly libraryOptions?: CallOptions | Record<string, unknown> | undefined;
}

/** A `Verdict` that type parameters are inferred from: a `value` of bad data would make all output optional. */
export type SchemaVerdict<Value> =
  | { readonly value: Value; readonly warnings: Issue[]; readonly issues?: undefined }
  | { readonly issues: Issue[]; readonly warnings: Issue[] };

interface Standard<Input, Output> {
  readonly version: 1;
  readonly vendor: "quo-contacts";
  /** Never throws for bad data; throws `QuoContactsError` for options that can't be. */
  readonly validate: (
    this: void,
    value: unknown,
    options?: ValidateOptions | undefined,
  ) => SchemaVerdict<Output>;
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** One field as a schema of its own; the paths of its issues begin at the field. */
export interface FieldSchema<Input = unknown, Output = unknown> {
  readonly "~standard": Standard<Input, Output>;
  safeParse(this: void, value: unknown, options?: CallOptions | undefined): SafeParse<Output>;
}

type List = "emails" | "phoneNumbers" | "phones";
type Lists = List | `defaultFields.${List}`;
/** What takes one text. */
type Text =
  | Exclude<keyof FormFields, "defaultFields" | List>
  | `defaultFields.${Exclude<keyof FormTexts | keyof FormLists, List>}`;
type Index = `[${number}]` | "[]" | `.${number}`;
/** The paths of fields; a custom field goes by its key or its name. */
export type FieldPath<D extends Definitions = Definitions> =
  | Text
  | Labelled
  | Lists
  | `${Lists}[].${"name" | "value"}`
  | (One<D> extends infer F ? Columns<F> | `customFields.${Columns<F>}` : never)
  | ({} & string);
type Columns<F> = F extends { readonly key: infer Key; readonly name: infer Name }
  ? (Key | Name) & string
  : never;
type Keyed<F, Path> = F extends { readonly key: infer Key extends string }
  ? Path extends Key | `customFields.${Key}`
    ? F
    : never
  : never;
type Named<F, Path> = F extends unknown
  ? Path extends Columns<F> | `customFields.${Columns<F>}`
    ? F
    : never
  : never;
/** The definition that a path leads to: a key goes before a name. */
type LedTo<F, Path> = [Keyed<F, Path>] extends [never] ? Named<F, Path> : Keyed<F, Path>;
/** What stands in the payload at the path of a field. */
export type FieldOutput<D extends Definitions, Path> = string extends Path
  ? PayloadItem[] | PayloadCustomField["value"]
  : Path extends Lists
    ? PayloadItem[] | null
    : Path extends Text | `${Lists}${Index}${"" | `.${string}`}`
      ? string | null
      : [LedTo<One<D>, Path>] extends [never]
        ? Path extends Labelled
          ? string | null
          : PayloadCustomField["value"]
        : ValueOf<PayloadValues, TypeOf<LedTo<One<D>, Path>>, PayloadCustomField["value"]>;

/** A schema as form libraries know it. */
export interface ContactSchema<D extends Definitions = Definitions> {
  readonly "~standard": Standard<ContactInput<D>, ContactOutput<D>> & {
    /** Throws `QuoContactsError` for a `target` that is not one of the three. */
    readonly jsonSchema: {
      /** What a form may hold. */
      readonly input: (this: void, options: JsonSchemaOptions) => Record<string, unknown>;
      /** What Quo gets. */
      readonly output: (this: void, options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
  /** What `validate` says, in another shape. */
  safeParse(
    this: void,
    value: unknown,
    options?: CallOptions | undefined,
  ): SafeParse<ContactOutput<D>>;
  /**
   * One field: `firstName`, `phoneNumbers[].value`, `customFields.tier`, a definition's key or name. Its `Input` is what
   * the form has there: libraries infer it, or take any.
   */
  field<const Path extends FieldPath<D>, Input = unknown>(
    this: void,
    path: Path,
  ): FieldSchema<Input, FieldOutput<D, Path>>;
}

type Typed = {
  readonly "~standard": {
    readonly types?: { readonly input: unknown; readonly output: unknown } | undefined;
  };
};
/** What a form may hold for a schema. */
export type InferInput<Schema extends Typed> = NonNullable<Schema["~standard"]["types"]>["input"];
/** What a schema makes of it. */
export type InferOutput<Schema extends Typed> = NonNullable<Schema["~standard"]["types"]>["output"];

/**
 * A schema for form libraries, for a page and for the worker behind it. Throws `QuoContactsError` for options that
 * can't be.
 */
export declare function contactSchema<const D extends Definitions = readonly []>(
  options?: SchemaOptions<D>,
): ContactSchema<D>;
