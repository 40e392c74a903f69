// The mapping in JSONata, which is data, too.
import jsonata from "jsonata";

const expression = jsonata(`(
  $blank := function($text) { $text = "" ? null : $text };
  $listed := function($texts) { $join($map($texts, $trim)[$ != ""], ", ") ?? null };
  $name := $trim(\`Full Name\`);
  $familyFirst := $contains($name, ",");
  $words := $match($name, /^(.+?)\\s+((?:van|von|de|der|den|del|della|di|da|dos|das|du|ter|ten|zu|zum|zur)\\s.+|\\S+)$/i).groups;
  $stage := $lowercase($trim(Stage));
  $revenue := $trim(Revenue);
  {
    "firstName": $familyFirst ? $trim($substringAfter($name, ",")) : $words[0] ?? $name,
    "lastName": $familyFirst ? $trim($substringBefore($name, ",")) : $words[1] ?? null,
    "company": $blank($trim(Company)),
    "role": $listed([\`Job Title\`, Department]),
    "emails": $append([], [
      { "name": "work", "value": $trim(\`Work Email\`) },
      $split(\`Other Emails\`, ";").{ "name": "other", "value": $trim($) }
    ][value != ""]),
    "phone": {
      "text": $trim(Mobile) ?: $trim(Phone),
      "country": $uppercase($trim(Country)) ?: "DE"
    },
    "stage": $stage = "" ? null : $lookup({
      "lead": "New", "opportunity": "Open", "customer": "Won", "churned": "Lost"
    }, $stage),
    "since": $blank($replace($trim(\`Customer Since\`), /^(\\d\\d)\\.(\\d\\d)\\.(\\d{4})$/, "$3-$2-$1T00:00:00.000Z")),
    "revenue": $revenue = "" ? null : $number($replace($replace($revenue, /\\.(?=\\d{3}(?!\\d))/, ""), ",", ".")),
    "office": $listed([Street, City, \`Postal Code\`]),
    "source": "acme-crm",
    "externalId": "crm-" & $trim(\`Record ID\`)
  }
)`);

/** What a row says, field by field. */
export const fields = (row) => expression.evaluate(row);
