/** Fetches DynamoDB Local, so that the table's contract is tried on it as well: needs Java 17 and Maven. */
import { dynamoDbJars } from "./jars.ts";

const jars = await dynamoDbJars({ fetch: true });
console.log("folder" in jars ? `DynamoDB Local is in ${jars.folder}` : `No DynamoDB Local: ${jars.missing}`);
