//! What columns are called, in English, German, French, Spanish, Portuguese, Dutch and Italian: in lower case,
//! without accents, and with nothing between the words.

use crate::field::address::Part;

/// What a column seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    FirstName,
    LastName,
    /// `van der`, in a column of its own.
    Particle,
    Name,
    /// A family's name beside a first name, else a full one.
    FamilyOrName,
    Company,
    Role,
    Email,
    Phone,
    /// What an e-mail address or phone number in another column is called.
    Label(List),
    Id,
    Address,
    Part(Part),
    Birthday,
    Website,
    Notes,
    /// None of these, for certain.
    Other,
}

/// The lists of items, as meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Emails,
    Phones,
}

/// A meaning, the label that goes without saying, and the names.
pub(super) const NAMES: [(Meaning, &str, &str); 29] = [
    (
        Meaning::FirstName,
        "",
        "firstname first givenname given forename fname vorname vornamen rufname prenom prenoms primernombre \
         nombredepila primeironome prenome voornaam voornamen roepnaam",
    ),
    (
        Meaning::LastName,
        "",
        "lastname last familyname family surname lname nachname familienname zuname nomdefamille nomfamille \
         apellido apellidos primerapellido sobrenome ultimonome apelido achternaam familienaam cognome",
    ),
    (Meaning::Particle, "", "tussenvoegsel tussenvoegsels voorvoegsel namensvorsatz"),
    (
        Meaning::Name,
        "",
        "name fullname displayname completename vollername vollstandigername nomcomplet nometprenom \
         prenometnom nomprenom prenomnom nombrecompleto nombreyapellidos nomecompleto nomeesobrenome \
         nomeecognome volledigenaam ansprechpartner contactpersoon nombre nome",
    ),
    // A full name where it stands alone, and beside a first name the family's.
    (Meaning::FamilyOrName, "", "nom naam"),
    (
        Meaning::Company,
        "",
        "company companyname organization organisation organizationname organisationname org employer \
         businessname accountname firma firmenname unternehmen unternehmensname arbeitgeber societe \
         nomsociete entreprise nomentreprise raisonsociale organisme empresa nombreempresa nomeempresa \
         compania razonsocial organizacion organizacao companhia bedrijf bedrijfsnaam organisatie werkgever \
         azienda nomeazienda ditta societa organizzazione ragionesociale impresa",
    ),
    (
        Meaning::Role,
        "",
        "role jobtitle job title jobposition position stelle stellenbezeichnung funktion beruf \
         berufsbezeichnung poste titreposte intituleposte fonction metier puesto puestotrabajo cargo funcao \
         posicao functie functietitel functienaam beroep ruolo posizione mansione qualifica professione",
    ),
    (
        Meaning::Email,
        "",
        "email emails emailaddress mail mailaddress emailadresse mailadresse courriel adresseemail \
         adressemail adressecourriel adresseelectronique correo correoelectronico direccioncorreo \
         direccioncorreoelectronico direccionemail correioeletronico enderecoemail emailadres mailadres \
         indirizzoemail indirizzomail postaelettronica",
    ),
    (
        Meaning::Phone,
        "",
        "phone phonenumber telephone telephonenumber tel telno telnr telefon telefonnummer telefonnr \
         rufnummer fon festnetz landline telefone telefono numtel telefonofijo telefoon telefoonnummer \
         numerotelefono telephonefixe",
    ),
    (
        Meaning::Phone,
        "mobile",
        "mobile mobilephone mobilenumber cell cellphone cellular cellnumber handy handynummer mobil \
         mobilnummer mobiltelefon mobilfunk portable telephoneportable telephonemobile movil telefonomovil \
         celular telefonecelular telemovel mobiel mobielnummer mobielenummer gsm natel cellulare \
         telefonocellulare",
    ),
    (
        Meaning::Phone,
        "work",
        "geschaftstelefon firmentelefon burotelefon diensttelefon companyphone companyphonenumber \
         telefoonwerk",
    ),
    (Meaning::Phone, "home", "privattelefon telefoonthuis"),
    (Meaning::Phone, "direct", "durchwahl directdial doorkiesnummer"),
    (
        Meaning::Id,
        "",
        "id recordid externalid contactid customerid clientid leadid personid uid uuid kundennummer \
         kundennr kundenid kontaktid customernumber clientnumber identifiant numeroclient numerocliente \
         idcliente idcontact idcontacto klantnummer codicecliente",
    ),
    (
        Meaning::Address,
        "",
        "address adresse anschrift direccion endereco adres indirizzo fulladdress formattedaddress \
         addressformatted postaladdress domicilio",
    ),
    (
        Meaning::Part(Part::Street),
        "",
        "street streetaddress addressstreet addressline line strasse strassehausnummer strasseundhausnummer \
         strassenr rue adresserue calle rua straat straatnaam via",
    ),
    (
        Meaning::Part(Part::Street2),
        "",
        "extendedaddress addressextendedaddress adresszusatz complementdadresse complementadresse complemento \
         toevoeging unit apartment",
    ),
    (
        Meaning::Part(Part::City),
        "",
        "city addresscity town locality ort stadt wohnort ville ciudad localidad cidade stad plaats \
         woonplaats citta comune",
    ),
    (
        Meaning::Part(Part::Region),
        "",
        "region addressregion state addressstate province county stateprovince stateregion bundesland kanton \
         departement provincia estado regione provincie",
    ),
    (
        Meaning::Part(Part::PostalCode),
        "",
        "postalcode addresspostalcode addresszip postcode zip zipcode zippostalcode plz postleitzahl \
         codepostal codigopostal cp cep cap",
    ),
    (
        Meaning::Part(Part::Country),
        "",
        "country addresscountry countryregion land pays pais paese nazione",
    ),
    (
        Meaning::Birthday,
        "",
        "birthday birthdate dateofbirth dob bday geburtstag geburtsdatum datenaissance cumpleanos \
         fechanacimiento aniversario datanascimento verjaardag geboortedatum compleanno datanascita",
    ),
    (
        Meaning::Website,
        "",
        "website websiteurl webpage web homepage url webseite internetseite siteweb sitioweb paginaweb site \
         sitoweb",
    ),
    (
        Meaning::Notes,
        "",
        "notes note comments comment notizen notiz bemerkung bemerkungen anmerkungen remarques commentaires \
         notas comentarios observacoes notities opmerkingen commenti",
    ),
    // Near to names that mean something.
    (
        Meaning::Other,
        "",
        "titel anrede salutation prefix suffix middlename additionalname nickname username filename stage",
    ),
    (
        Meaning::Other,
        "",
        "fax telefax faxnumber faxnummer pager telex companyid accountid ownerid userid",
    ),
    (Meaning::Other, "", "emailtype emaildomain emailoptout emailstatus phonestatus"),
    (Meaning::Other, "", "zweitername deuxiemeprenom segundonombre"),
    (Meaning::Other, "", "spitzname bijnaam soprannome apodo surnom"),
];

/// Labels of e-mail addresses, phone numbers and addresses, and the words for them. Of a longer word, its
/// ending may differ.
pub(super) const LABELS: [(&str, &str); 12] = [
    (
        "work",
        "work business office geschaftlich geschaeftlich dienstlich beruflich buro buero arbeit professionnel \
         bureau travail pro trabajo laboral oficina trabalho comercial escritorio werk zakelijk kantoor \
         lavoro ufficio aziendale",
    ),
    (
        "mobile",
        "mobile cell cellular mobil handy portable movil celular telemovel mobiel cellulare",
    ),
    ("home", "home zuhause domicile maison casa residencial thuis abitazione particulier"),
    ("personal", "personal private privat personnel prive privado pessoal privato persoonlijk"),
    ("main", "main haupt zentrale principal principale hoofd switchboard"),
    ("direct", "direct direkt directo diretto"),
    ("other", "other weitere sonstige autre otro otra outro overig altro altra"),
    ("car", "car"),
    ("mailing", "mailing"),
    ("billing", "billing rechnung facturation facturacion"),
    ("shipping", "shipping lieferung livraison"),
    ("school", "school"),
];

/// Who employs a person: beside a phone number or an e-mail address it says `work`.
pub(super) const EMPLOYERS: &str = "company firma societe empresa bedrijf azienda entreprise";

/// What adds nothing to a name.
pub(super) const FILLERS: &str = "contact kontakt contacto customer client lead person your primary value number \
    nummer numero num no nr x type voice internet pref de du des del della do da di der la le l d el";

/// Columns with these are about somebody else, or about the record; what they hold says nothing.
pub(super) const STRANGERS: &str = "owner manager assistant asst user created modified updated parent spouse partner \
    referred emergency fax pager opt bounced agent rep besitzer proprietaire propietario eigenaar";

/// What stands in a column `Title` that is no role.
pub(super) const HONORIFICS: &str = "mr mrs ms miss mx dr prof sir madam herr frau m mme mlle sr sra srta dhr mevr mevrouw \
    sig signora dott dott.ssa";
