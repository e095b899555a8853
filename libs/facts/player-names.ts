const videoHolder =
  /(?:^|\s)(?:prism-player|edui-faked-video|edui-upload-video|vsbvideo|video-js|dplayer|con_video|ckplayer|tcplayer|jwplayer|video-?player|player-con|aliplayer)(?:$|\s)/i;
const audioHolder = /(?:^|\s)(?:audiojs|audio-?player|aplayer|jp-audio|audio-box|con_audio)(?:$|\s)/i;

/** Whether a class or id is that of a stand-in for a video, or of a box that a script makes a video player of. */
export function isVideoHolder(name: string): boolean {
  return name !== '' && videoHolder.test(name);
}

/** As `isVideoHolder`, for sound. */
export function isAudioHolder(name: string): boolean {
  return name !== '' && audioHolder.test(name);
}

export function isPlayerHolder(name: string): boolean {
  return name !== '' && name.length < 200 && (isVideoHolder(name) || isAudioHolder(name));
}

const playable = /\.(?:mp4|m3u8|flv|webm|mov|wmv|mp3|wav|m4a)(?=[?#&"'\\])/i;

/** The address of the film or sound that a script names, or null. */
export function playedBy(script: string): string | null {
  const found = playable.exec(script.slice(0, 100_000));
  if (!found) return null;
  const end = found.index + found[0].length;
  const before = script.slice(Math.max(0, end - 500), end);
  return before.slice(Math.max(before.lastIndexOf('"'), before.lastIndexOf("'")) + 1);
}
