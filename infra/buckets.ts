/** One private bucket for each folder of blobs; what is public in them is served by a function. */
import { RemovalPolicy } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { type Construct } from "constructs";

export function makeBuckets<Folder extends string>(
  scope: Construct,
  folders: readonly Folder[],
): Record<Folder, Bucket> {
  const made = folders.map((folder) => [
    folder,
    new Bucket(scope, folder, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    }),
  ]);
  return Object.fromEntries(made) as Record<Folder, Bucket>;
}
