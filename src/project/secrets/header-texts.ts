/** Headers and parameters that are one text: their values go, and their names stay. */
import { isHarmlessHeader } from './harmless-headers.ts';

/**
 * `Authorization: Bearer ...`, `a=1&token=...`: the names stay. A text that is a name alone is one.
 */
export function withoutHeaderValues(text: string, mark: string): string {
  if (text === '' || text === mark || /^[\w.-]+$/.test(text)) return text;
  const sign = /^[\w.-]+\s*:/.test(text) ? ':' : '=';
  const separator = sign === ':' ? /(\r?\n)/ : /([&;]|\r?\n)/;
  return text
    .split(separator)
    .map((part, index) => {
      const at = part.indexOf(sign);
      if (index % 2 === 1 || part.trim() === '') return part;
      if (at === -1) return mark;
      const [name, value] = [part.slice(0, at), part.slice(at + 1)];
      const isBlank = value.trim() === '' || value.trim() === mark;
      return isBlank || isHarmlessHeader(name, value)
        ? part
        : `${name}${sign}${sign === ':' && mark !== '' ? ' ' : ''}${mark}`;
    })
    .join('');
}
