// What the server is asked. Everything lies below the page's own URL, which holds the token.

const here = location.pathname.replace(/\/?$/, "/");

/** An answer that says why there is none. */
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.error ?? "The program gave no answer that can be read.");
    this.status = status;
    this.answer = answer;
  }
}

async function ask(method, place, question) {
  let reply;
  try {
    reply = await fetch(here + place, {
      method,
      body: question === undefined ? undefined : JSON.stringify(question),
      headers: question === undefined ? {} : { "Content-Type": "application/json" },
    });
  } catch {
    throw new Refusal(0, { error: "No connection to the program: was it ended?" });
  }
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Refusal(reply.status, answer);
  return answer;
}

export const get = place => ask("GET", place);
export const post = (place, question) => ask("POST", place, question);
export const put = (place, question) => ask("PUT", place, question);
export const remove = place => ask("DELETE", place);
