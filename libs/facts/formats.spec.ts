import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { readPage } from './index.js';

const visit: Visit = {
  as: 'detail',
  columnKey: 'interpretation',
  columnName: '政策解读',
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
};
const prose = '近日，云岭县人民政府印发了老年助餐服务实施办法，明确助餐点建设、补助标准和监督管理等事项。'.repeat(5);
const short = '近日，云岭县人民政府印发了老年助餐服务实施办法，明确助餐点建设、补助标准。';
const formatsOf = (title: string, inside: string, around = '', key: 'interpretation' | 'policy' = 'interpretation') =>
  readPage(
    {
      url: 'https://www.yunling.example.gov.cn/zcjd/202503/t20250322_1.html',
      text: `<html><head><meta name="ArticleTitle" content="${title}"></head><body><div class="main"><h1>${title}</h1><div class="TRS_Editor">${inside}</div>${around}</div></body></html>`,
      contentType: 'text/html',
      visit: { ...visit, columnKey: key },
    },
    [],
  ).detail?.formats;
const lines = (...all: string[]) => all.map((line) => `<p>${line}</p>`).join('');
const picture = (name: string, more = '') => `<p><img src="./${name}" ${more}></p>`;
const plain = '《云岭县老年助餐服务实施办法》政策解读';
const drawn = '一图读懂《云岭县老年助餐服务实施办法》';

describe('forms of an interpretation', () => {
  it.each<[string, string, string, string[], string?]>([
    [
      'words under two headings, beside pictures',
      plain,
      lines(
        '一、为什么出台',
        '为了让老年人就近用餐，解决做饭难。',
        '二、怎么申请',
        '向所在社区提出，三个工作日内办结。',
      ) +
        picture('1.jpg') +
        picture('2.jpg') +
        picture('3.jpg'),
      ['text', 'infographic'],
    ],
    [
      'headings that caption pictures are no words',
      plain,
      lines('一、为什么出台') +
        picture('1.jpg') +
        lines('二、怎么申请') +
        picture('2.jpg') +
        lines('三、找谁办') +
        picture('3.jpg'),
      ['infographic'],
    ],
    [
      'questions by themselves above their answers, nothing marked',
      '老年助餐，您想知道的都在这里',
      lines(
        '3月20日，县政府办公室印发办法。',
        '哪些老人可以申请？',
        '具有本县户籍、年满六十周岁的老人。',
        '每餐补助多少？',
        '六十至七十九周岁每餐二元。',
        '到哪里办？',
        '到户籍所在地村（社区）办理。',
      ),
      ['qa'],
    ],
    [
      'a question that leads in is none',
      plain,
      lines('老年人吃饭难怎么解决？', prose, '一、补助标准', '每餐补助二元至四元。'),
      ['text'],
    ],
    [
      'a few questions of reporters and short answers',
      '县民政局负责人解读《云岭县老年助餐服务实施办法》（答记者问）',
      lines('记者：有哪些变化？', '负责人：补助提高一元。', '记者：到哪里办？', '负责人：到社区办理。'),
      ['qa'],
    ],
    [
      'the words of a press conference under a title like that of news',
      '云岭县召开《云岭县老年助餐服务实施办法》新闻通气会',
      lines('主持人：各位记者朋友，大家上午好。', '县民政局局长：办法共十二条。', '主持人：现在请提问。'),
      ['press-conference'],
    ],
    ['words', plain, lines(prose), ['text']],
    ['words and a photograph', plain, lines(prose) + picture('a.jpg'), ['text']],
    ['a picture that carries all', drawn, picture('W0202503.jpg'), ['infographic']],
    [
      'pictures that carry it, said by no title',
      plain,
      picture('1.jpg') + picture('2.jpg') + picture('3.jpg'),
      ['infographic'],
    ],
    ['a picture that loads late', drawn, '<img src="" data-original="./W1.jpg">', ['infographic']],
    [
      'a picture that loads late, behind a dot written into the page',
      drawn,
      '<img class="wxw-img" data-src="/wx/zs1.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="图片">',
      ['infographic'],
    ],
    [
      'a picture for whoever runs no scripts, beside its empty place',
      drawn,
      '<span><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="图"><noscript><img src="/img?url=%2Ftj1.png&amp;w=1080"></noscript></span>',
      ['infographic'],
    ],
    [
      'a picture written into the page',
      drawn,
      `<img src="data:image/jpeg;base64,${'QUJDewm0'.repeat(2000)}">`,
      ['infographic'],
    ],
    ['a picture as a file', drawn, lines('详见附件') + '<a href="./yt.jpg">一图读懂.jpg</a>', ['infographic']],
    [
      'words, and pictures under a line that says so',
      plain,
      lines(prose, '一图读懂：') + picture('1.png') + picture('2.png'),
      ['text', 'infographic'],
    ],
    [
      'words of an infographic, and a photograph elsewhere',
      plain,
      lines('一图读懂已另行发布。', prose) + picture('1.png'),
      ['text'],
    ],
    ['a picture and words', drawn, lines(prose) + picture('long.png'), ['text', 'infographic']],
    ['a title without any picture', drawn, lines(prose), ['text']],
    [
      'a logo',
      plain,
      lines(prose) + picture('logo.png') + picture('icon_1.png') + picture('x.png', 'width="60"'),
      ['text'],
    ],
    ['a logo only', plain, lines('内容待补充') + picture('site_logo.png'), []],
    [
      'a QR code',
      drawn,
      lines(prose) + picture('a1.png', 'width="200" height="200"') + lines('扫一扫，关注公众号'),
      ['text'],
    ],
    ['a QR code by its name', plain, lines('点击查看') + picture('qrcode_12.png'), []],
    ['video', plain, '<video controls><source src="/v/1.mp4" type="video/mp4"></video>', ['video']],
    ['a video that nobody filled', plain, lines(prose) + '<video id="x"></video>', ['text']],
    ['Aliplayer', plain, '<div class="prism-player" id="J_prism"></div><p>视频</p>', ['video']],
    ['a player above the text', plain, lines(prose), ['text', 'video'], '<div id="con_video"></div>'],
    [
      'the call of a player with its address',
      plain,
      lines(prose),
      ['text', 'video'],
      '<script>new Aliplayer({id:"p",source:"/v/9.m3u8"})</script>',
    ],
    [
      'the call of a player in the template',
      plain,
      lines(prose),
      ['text'],
      '<script>if(window.has){new Aliplayer({id:"p",source:s})}</script>',
    ],
    [
      'the stand-in of an editor',
      plain,
      '<embed type="application/x-shockwave-flash" class="edui-faked-video" src="http://v.example.com/1">',
      ['video'],
    ],
    [
      'the stand-in as a picture',
      plain,
      '<p><img class="edui-faked-video" _url="/v/1.mp4" src="spacer.gif" width="420" height="280"></p>',
      ['video'],
    ],
    [
      'a script that becomes a player',
      plain,
      '<p><script src="/system/resource/vsbvideo/vsbvideoplay.js" vurl="/v/1.mp4" class="edui-upload-video"></script></p>',
      ['video'],
    ],
    ['jwplayer', plain, '<div id="box"></div><script>jwplayer("box").setup({file:"/v/1.mp4"})</script>', ['video']],
    [
      'a film written by a script',
      plain,
      '<script>document.write("<video src=\\"/v/1.mp4\\"></video>")</script><p>视频</p>',
      ['video'],
    ],
    ['Windows Media', plain, '<object><param name="URL" value="/v/1.wmv"></object>', ['video']],
    ['Flash told what to play', plain, '<embed src="/js/p.swf" flashvars="file=/v/1.flv&auto=1">', ['video']],
    [
      'a film and its caption',
      plain,
      '<video src="/v/1.mp4"></video>' + lines('点击播放按钮，观看解读视频。'),
      ['video'],
    ],
    ['a film and its words', plain, '<video src="/v/1.mp4"></video>' + lines(short, short, short), ['text', 'video']],
    ['pictures after a lead-in', drawn, lines(short, '图解如下：') + picture('W1.jpg'), ['infographic']],
    [
      'a link to an animation elsewhere',
      plain,
      '<p><a href="https://media.example.com/m/1/index.html">点击观看动漫</a></p>',
      ['animation'],
    ],
    ['a framed player', plain, '<iframe src="https://v.qq.com/txp/iframe/player.html?vid=a1"></iframe>', ['video']],
    [
      'a framed file',
      plain,
      lines(prose) + '<iframe src="/pdfjs/web/viewer.html?file=/player/1.pdf"></iframe>',
      ['text'],
    ],
    ['a link to a video', plain, lines(prose) + '<a href="/v/1.mp4">观看</a>', ['text', 'video']],
    ['audio', '【音频解读】' + plain, '<audio src="/a/1.mp3" controls></audio>', ['audio']],
    [
      'audio by a script',
      plain,
      lines(prose),
      ['text', 'audio'],
      '<div class="audio-box"></div><script src="/js/audio.min.js"></script>',
    ],
    [
      'audio whose address stands on its box',
      '【音频】助餐那些事儿',
      '<p>音频介绍主要内容。</p><div class="sound" data-audio="./a.mp3"></div>',
      ['audio'],
    ],
    [
      'reading aloud from an address on its box',
      plain,
      lines(prose) + '<div class="tts" data-audio="/tts/1.mp3"></div>',
      ['text'],
    ],
    [
      'an answer, the title being all that asks',
      '助餐补贴在哪里申领？',
      lines('答：到社区窗口申领。', '政策依据：《办法》。'),
      ['qa'],
    ],
    [
      'pictures that the text announces, under a headline',
      '老年助餐有了新规定',
      lines(prose, '补助标准由县民政局确定。为便于理解，制作图解如下：') + picture('1.jpg'),
      ['text', 'infographic'],
    ],
    ['audio of the template', plain, lines(prose), ['text'], '<script src="/js/audio.min.js"></script>'],
    ['reading aloud', plain, lines(prose), ['text'], '<audio id="tts" src="/tts.mp3"></audio>'],
    ['an animation', '【动漫解读】' + plain, '<embed src="/d/1.swf">', ['animation']],
    [
      'a cartoon that is played as a film',
      '动漫：老年助餐怎么办',
      '<video controls src="/m/1.mp4"></video>',
      ['animation'],
    ],
    [
      'a film that has a cartoon in it',
      '【视频】老年助餐动漫短片',
      '<video controls src="/m/1.mp4"></video>',
      ['video', 'animation'],
    ],
    [
      'an animation in a frame of its own',
      '【动漫解读】' + plain,
      '<iframe src="/dm/7/index.html" width="640"></iframe>',
      ['animation'],
    ],
    ['H5', 'H5｜' + plain, '<a href="https://h5.eqxiu.com/s/abc">点击进入</a>', ['animation']],
    [
      'questions marked, answers not',
      '公租房申请您问我答',
      lines('Q1：外地户籍可以申请吗？', prose, 'Q2：轮候要等多久？', prose, 'Q3：收入变化要报告吗？', prose),
      ['qa'],
    ],
    [
      'an interview with a photograph',
      '“主任来了”访谈：线上审批',
      picture('a.jpg') +
        lines(
          '主持人：请介绍一下。',
          '农经站站长：单笔五千元以上的都要审批。',
          '主持人：怎么监督？',
          '农经站站长：每月公开。',
        ),
      ['interview'],
    ],
    ['questions and answers', '云岭县民政局答记者问', lines(prose, '问：补助标准是多少？', `答：${prose}`), ['qa']],
    [
      'questions and answers, said by no title',
      plain,
      lines('问：谁能申请？', `答：${prose}`, '问：如何申请？', `答：${prose}`),
      ['qa'],
    ],
    [
      'headings that ask',
      plain,
      lines('一、为什么制定？', prose, '二、补助多少？', prose, '三、怎么申请？', prose),
      ['qa'],
    ],
    [
      'a few headings that ask',
      plain,
      lines('一、为什么制定？', prose, '二、主要内容', prose, '三、适用对象', prose, '四、谁来执行？', prose),
      ['text'],
    ],
    ['a title that promises answers', '老年助餐政策问答', lines(prose), ['text']],
    [
      'a press conference',
      '云岭县老年助餐新闻发布会实录',
      lines(prose, '主持人：各位记者朋友，大家好。', `民政局：${prose}`),
      ['press-conference'],
    ],
    [
      'a press conference, said in its opening',
      plain,
      lines(
        '6月1日，县政府举行新闻发布会。',
        '主持人：大家好。',
        '云岭日报记者：补助多少？',
        prose,
        '记者提问：何时实施？',
        prose,
      ),
      ['press-conference'],
    ],
    [
      'an interview',
      '在线访谈：县民政局谈老年助餐',
      lines('主持人：欢迎。', `嘉宾：${prose}`, '主持人：谢谢。'),
      ['interview'],
    ],
    [
      'an interview, said by no title',
      plain,
      lines('主持人：今天谈助餐。', `嘉宾：${prose}`, '主持人：如何申请？', `嘉宾：${prose}`),
      ['interview'],
    ],
    [
      'an interview whose speakers stand in brackets',
      '负责人谈老年助餐',
      lines('【主持人】欢迎走进访谈间。', `【县民政局负责人】${short}`, '【主持人】感谢。', '【县民政局负责人】再见。'),
      ['interview'],
    ],
    [
      'one question, which is the title, and its answer',
      '老年助餐怎么申请？',
      '<div><i>问</i>老年助餐怎么申请？</div><div><i>答</i><p>向所在社区提出。</p></div>',
      ['qa'],
    ],
    [
      'marks of questions and answers in elements of their own',
      plain,
      '<div><i>问</i>补助怎么申请？</div><div><i>答</i><p>由社区造册，报乡镇审核。</p></div><div><i>问</i>多久到账？</div><div><i>答</i><p>三十日内到账。</p></div>',
      ['qa'],
    ],
    [
      'points of a text, and a picture that bears its name',
      plain,
      lines('一、编制依据：国家的有关规划。', '二、建设内容：新建助餐点三十个。', '三、怎么参加：向社区提出申请。') +
        '<p><img src="./W1.jpg" alt="一图读懂" width="700"></p>',
      ['text', 'infographic'],
    ],
    [
      'a picture whose place a moving one keeps, above who looked the page over',
      drawn,
      '</div><div class="con"><p><img src="/img/loading.gif" data-original="./W1.jpg"></p></div><div>初审：×××　复审：×××　终审：×××',
      ['infographic'],
    ],
  ])('%s', (_, title, inside, wanted, around = '') => {
    expect(formatsOf(title, inside, around)).toEqual(wanted);
  });

  it('are none of what only the line of information tells', () => {
    const info = '<div class="info">来源：云岭县人力资源和社会保障局　发布时间：2026-05-22 16:00　字号：大 中 小</div>';
    const slides = [1, 2, 3].map((n) => `<div class="slide" style="background-image:url(/upload/tu${n}.png)"></div>`);
    const questions = '<div class="collapse-header" role="button">哪些人可以申请职业培训补贴？</div>';
    const of = (title: string, inside: string) =>
      readPage(
        {
          url: 'https://www.yunling.example.gov.cn/#/read?id=8',
          text: `<html><body><div id="page"><h1>${title}</h1>${info}<div class="content___2Gt7x">${inside}</div></div></body></html>`,
          contentType: 'text/html',
          visit,
        },
        [],
      ).detail;
    expect(of('一图看懂 | 就业补助资金怎么申', `<div>${slides.join('')}</div>`)?.formats).toEqual(['infographic']);
    expect(of('就业补助资金热点问答', questions)).toMatchObject({ formats: [], text: '哪些人可以申请职业培训补贴？' });
  });

  it('are none of a document that is itself only scanned pictures', () => {
    const scans = Array.from({ length: 12 }, (_, n) => picture(`W${n}.jpg`)).join('');
    expect(formatsOf('云岭县人民政府关于印发老年助餐服务实施办法的通知', scans, '', 'policy')).toEqual([]);
  });
});
