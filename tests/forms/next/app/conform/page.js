import { Lead } from "./lead";

export default async function Page({ searchParams }) {
  return <Lead broken={(await searchParams).broken} />;
}
