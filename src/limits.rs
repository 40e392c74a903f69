//! Every number and reserved word of the contacts API, its source above it.
//!
//! Nothing here decides anything: the rooms under `field` do. Lengths are counted in Unicode code
//! points, as JSON Schema counts them.

/// The API's host. Source: `servers` of the vendor's `OpenAPI` description of v1.
pub const BASE_URL: &str = "https://api.quo.com";

/// Longest `source` that `POST /v1/contacts` takes. Source: the request schema of `createContact_v1`.
pub const SOURCE_MAX: usize = 72;

/// Longest `sourceUrl`. Source: the request schema of `createContact_v1`.
pub const SOURCE_URL_MAX: usize = 200;

/// Longest `externalId`. Source: the request schema of `createContact_v1`.
pub const EXTERNAL_ID_MAX: usize = 75;

/// What every user id starts with. Source: the pattern `^US(.*)$` of `createdByUserId`.
pub const USER_ID_PREFIX: &str = "US";

/// Values of `source` that belong to Quo itself. Source: the description of `source` in
/// `createContact_v1`; whether case matters there is not said, so none is trusted.
pub const RESERVED_SOURCES: [&str; 6] =
    ["openphone", "device", "csv", "zapier", "google-people", "other"];

/// Beginnings of `source` that belong to Quo itself. Source: as [`RESERVED_SOURCES`].
pub const RESERVED_SOURCE_PREFIXES: [&str; 2] = ["openphone", "csv"];

/// Values of `source` whose contacts a native integration syncs: read-only in Quo, they are changed where they
/// come from. Source: the vendor's docs on contacts of integrations; that this is the one of
/// [`RESERVED_SOURCES`] which names an integration that syncs is inferred. A contact of the others takes a PATCH
/// that leaves its `source` out: seen in production.
pub const SYNCED_SOURCES: [&str; 1] = ["google-people"];

/// The `source` of a contact whose maker named none. Source: the default of `source` in `createContact_v1`.
pub const DEFAULT_SOURCE: &str = "public-api";

/// Most rows of one page. Source: `maxResults` of `listContacts_v1`.
pub const PAGE_MAX: u8 = 50;

/// Most `externalIds` and `sources` of one list. Source: seen in production, more of them answer 400.
pub const FILTERS_MAX: usize = 20;

/// Most requests in a second with one key, all workers together. Source: the vendor's page on rate limits.
pub const REQUESTS_PER_SECOND: usize = 10;

/// Longest e-mail address in bytes: a path of 256 less its two angle brackets.
/// Source: RFC 5321, section 4.5.3.1.3, and erratum 1690 of RFC 3696.
pub const EMAIL_MAX: usize = 254;

/// Longest part before the `@`, in bytes. Source: RFC 5321, section 4.5.3.1.1.
pub const EMAIL_LOCAL_MAX: usize = 64;

/// Longest name of a host in bytes. Source: RFC 1035, section 2.3.4, less the root label.
pub const HOST_MAX: usize = 253;

/// Longest label of a host in bytes. Source: RFC 1035, section 2.3.4.
pub const HOST_LABEL_MAX: usize = 63;
