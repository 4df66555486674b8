/** `references` of a flow or a theme: what it refers to, by name and by the id that this has. */
import { isJsonObject, setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { mapMember, refer, referMembers } from './members.ts';
import type { MapReference } from './row.ts';

/** Built into the service, in every project. */
const BUILT_IN_CONNECTOR = 'Descope';

function mapIds(value: JsonValue, section: string, map: MapReference): JsonValue {
  if (!isJsonObject(value)) return value;
  const result: Record<string, JsonValue> = {};
  for (const [name, id] of Object.entries(value)) {
    const isBuiltIn = section === 'connectors' && name === BUILT_IN_CONNECTOR;
    setOwn(result, name, isBuiltIn ? id : refer(map, section, 'id')(id));
  }
  return result;
}

export function mapNamedIds(references: JsonObject, map: MapReference): JsonObject {
  const connectors = mapMember(references, 'connectors', (value) =>
    mapIds(value, 'connectors', map),
  );
  const roles = mapMember(connectors, 'roles', (value) => mapIds(value, 'roles', map));
  return referMembers(roles, ['userAttributes'], refer(map, 'user-attributes', 'name'));
}
