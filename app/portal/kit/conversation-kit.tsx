import { AttachmentChip } from "~/components/ui/attachment-chip";
import { Avatar } from "~/components/ui/avatar";
import { Button } from "~/components/ui/button";
import { TextButton } from "~/components/ui/text-button";
import { LONG_NAME } from "./specimen";

export function ConversationKit() {
  return (
    <section className="stack close" aria-labelledby="conversation">
      <h2 id="conversation">Conversation</h2>
      <div className="conv">
        <article className="msg">
          <Avatar name="Giulia Marchetti" />
          <div className="card">
            <header>
              <h3>Giulia Marchetti</h3>
              <span className="faint xs num">Fri 20 Nov, 09:12 · by email</span>
            </header>
            <div className="text">
              <p>
                The pump housing you sent has a crack along the flange. Serial PH-2231. We can't run line 2 without it.
              </p>
              <p>Could you send another one by Thursday?</p>
            </div>
            <div className="atts">
              <AttachmentChip name="crack.jpg" size="1.2 MB" href="#conversation" />
            </div>
          </div>
        </article>
        <p className="ev">
          09:12 Routed to <b>Repairs</b> by rule <b>Damaged goods</b>. <a href="#conversation">Why?</a>
        </p>
        <article className="msg note">
          <Avatar name="Elena Rossi" />
          <div className="card">
            <header>
              <h3>Elena Rossi</h3>
              <span className="faint xs num">09:20 · internal note, not visible to the customer</span>
            </header>
            <div className="text">
              <p>Stock has two housings in Turin.</p>
            </div>
          </div>
        </article>
        <article className="msg us">
          <Avatar name={LONG_NAME} />
          <div className="card">
            <header>
              <h3>{LONG_NAME}</h3>
              <span className="faint xs num">09:31 · delivered to giulia@marchetti.example</span>
            </header>
            <div className="text">
              <p>Пришлите, пожалуйста, фотографию этикетки.</p>
              <blockquote>We can't run line 2 without it.</blockquote>
            </div>
          </div>
        </article>
        <p className="since">New since 09:40</p>
      </div>
      <form className="comp card" method="get">
        <div className="comp-tabs" role="radiogroup" aria-label="What to write">
          <label>
            <input type="radio" name="kind" value="reply" defaultChecked />
            Reply
          </label>
          <label>
            <input type="radio" name="kind" value="note" />
            Internal note
          </label>
        </div>
        <div className="to">
          <span>To giulia@marchetti.example</span>
          <TextButton>Add Cc</TextButton>
        </div>
        <label className="sr" htmlFor="kit-reply">
          Reply to Giulia Marchetti
        </label>
        <textarea id="kit-reply" rows={2} placeholder="/ for a macro, @ for a colleague, # for an article" />
        <footer>
          <Button type="button" variant="ghost" size="sm">
            Attach
          </Button>
          <span className="xs muted more">Draft saved 11:53</span>
          <span className="go">
            <Button>Send and solve</Button>
            <Button variant="primary" kbd="Ctrl ↵">
              Send
            </Button>
          </span>
        </footer>
      </form>
    </section>
  );
}
