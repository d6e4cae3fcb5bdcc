declare module "~/platform/events.server" {
  interface EventData {
    "organization.created": { organizationId: string };
    "organization.changed": { organizationId: string; fields: string[] };
    "asset.created": { assetId: string; organizationId: string };
    "asset.changed": { assetId: string; fields: string[] };
    "asset.archived": { assetId: string };
    "asset.restored": { assetId: string };
  }
}

export {};
