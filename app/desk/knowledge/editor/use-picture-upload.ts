import { useRef, useState } from "react";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { type Answer, readAnswer } from "./post-quietly";

export type UploadedPicture = { id: string; name: string; address: string; picture: boolean };
export type RunningUpload = { key: number; name: string; share: number; error: string | null };

/** Sends files to the article one after the other, says how far each is, and hands over what has arrived. */
export function usePictureUpload(action: string, onDone: (picture: UploadedPicture) => void) {
  const [uploads, setUploads] = useState<RunningUpload[]>([]);
  const next = useRef(0);
  const queue = useRef(Promise.resolve());
  const t = useT();

  const change = (key: number, over: Partial<RunningUpload>) =>
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...over } : upload)));
  const forget = (key: number) => setUploads((before) => before.filter((upload) => upload.key !== key));

  async function run(key: number, file: File) {
    const answer = await sendFile(action, file, (share) => change(key, { share }));
    if (answer.state === "ok") {
      forget(key);
      onDone(answer.data);
    } else change(key, { error: answer.state === "refused" ? answer.message : t(`knowledge:upload.${answer.state}`) });
  }

  function add(files: readonly File[]) {
    for (const file of files) {
      const key = next.current++;
      setUploads((before) => [...before, { key, name: file.name, share: 0, error: null }]);
      queue.current = queue.current.then(() => run(key, file));
    }
  }
  return { uploads, add, forget };
}

/** XMLHttpRequest, since fetch does not say how much of a body has been sent. */
function sendFile(action: string, file: File, onShare: (share: number) => void): Promise<Answer<UploadedPicture>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.set("files", file);
    request.open("POST", action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => lengthComputable && onShare(loaded / total);
    request.onerror = () => resolve({ state: "failed" });
    request.onload = () => {
      if (new URL(request.responseURL).pathname === paths.signIn()) return resolve({ state: "signed-out" });
      try {
        resolve(readAnswer(request.status < 300, JSON.parse(request.responseText)));
      } catch {
        resolve({ state: "failed" });
      }
    };
    request.send(body);
  });
}
