"""What news agencies, press-release services and feeds leave behind an article: credits, end marks, notices.

Every pattern matches a whole line; repeats are bounded. Named groups are fields of `Metadata`.
"""

from collections.abc import Mapping

from syndclean.document import Kind, Role
from syndclean.rule import LineRule

Hit = str | tuple[str, Mapping[str, str]]


def _rule(
    rule_id: str,
    why: str,
    what: str,
    pattern: str,
    hits: tuple[Hit, ...],
    misses: tuple[str, ...],
    *,
    weight: float = 10.0,
    longest: int = 400,
    language: str | None = None,
) -> LineRule:
    kind, role = what.split("/")
    kinds: dict[str, Kind] = {"footer": "footer", "boilerplate": "boilerplate", "header": "header"}
    roles: dict[str, Role] = {
        "credit": "credit",
        "agency": "agency",
        "copyright": "copyright",
        "licence": "licence",
        "disclaimer": "disclaimer",
        "source_link": "source_link",
        "contact": "contact",
        "source_name": "source_name",
        "other": "other",
        "field": "field",
    }
    return LineRule(
        rule_id,
        why,
        kinds[kind],
        roles[role],
        pattern=pattern,
        hits=hits,
        misses=misses,
        weight=weight,
        longest=longest,
        language=language,
    )


_NAME = r"[^\W\d_][^;:()\n]{1,80}"

RULES: tuple[LineRule, ...] = (
    # ---- credits -------------------------------------------------------------------------------------------------
    _rule(
        "wire/reporting-by",
        "Reuters and those who write as it does: who reported, who edited.",
        "footer/credit",
        r"(?i:\(?\s?(?P<authors>(?:additional |extra )?reporting(?: and writing)? by [^()\n]{2,300})\)?\.?)",
        (
            (
                "(Reporting by Margaret Oduya; Editing by Tom Hallam)",
                {"authors": "Reporting by Margaret Oduya; Editing by Tom Hallam"},
            ),
            "Reporting by Margaret Oduya in Port Ellery, writing by Jo Lind, editing by Tom Hallam",
            "Additional reporting by Jo Lind",
        ),
        (
            "Reporting by phone, she said that the road was closed. Nobody answered her later calls (two were made).",
            "The reporting by the paper won a prize.",
        ),
        weight=9.0,
    ),
    _rule(
        "wire/edited-by",
        "The desk that edited or wrote.",
        "footer/credit",
        r"(?i:\(?\s?(?:editing|edited|writing|compiled|written|translated|redigering|redigiert|bearbeitet|übersetzt|"
        r"édité|traduit|editado|traducido|traduzione|edição|redactie|redakcja|opracował|opracowanie|oprac\.|редактор|"
        r"перевод)(?: by| von| par| por| di| av| door|:)? (?-i:[\p{Lu}\p{Lo}])[^()\n!?]{2,120}\)?\.?)",
        ("(Editing by Tom Hallam)", "Edited by Jo Lind", "Oprac. Jan Sowa"),
        (
            "Editing films is slow. He learned it late.",
            "Writing by hand is good for memory, a study found, and reading is too. It ends.",
        ),
        weight=4.0,
        longest=200,
    ),
    _rule(
        "wire/with-files",
        "Who helped.",
        "footer/credit",
        r"(?i:\(?\s?(?:with (?:files|reporting|additional reporting|contributions?|material|reports?|inputs?|agency inputs) from|"
        r"con informaci[oó]n de|con datos de|avec (?:l['’])?(?:aide de|information de|informations de)|mit material (?:von|der)|mit informationen (?:von|der)|"
        r"com informaç(?:ões|ão) d[aeo]s?|con contributi di|met medewerking van|med (?:bidrag|opplysninger) fra|"
        r"contributed to this (?:report|story|article)) ?[^()\n]{0,120}\)?\.?)",
        ("With files from Ann Doe", "Con información de Ana Ruiz", "Mit Material von dpa"),
        (
            "With files from the archive spread on the table, she began to tell what the harbour once was, and "
            "did not stop before midnight had come and the last lamp was out.",
        ),
        weight=8.0,
        longest=170,
    ),
    _rule(
        "wire/contributed",
        "Who contributed to the report.",
        "footer/credit",
        r"[^.!?\n]{3,160} (?:contributed (?:to this (?:report|story|article)|reporting)|a contribué à cet article|"
        r"contribuyó a este (?:informe|artículo)|hat zu diesem (?:Bericht|Artikel) beigetragen)\.?",
        ("Ann Doe and Jo Lind contributed to this report.", "The Associated Press contributed to this report."),
        ("She contributed to the report.", "Both contributed. This report is theirs, and so is the next."),
        weight=9.0,
    ),
    # ---- agencies --------------------------------------------------------------------------------------------------
    _rule(
        "wire/reuters-standards",
        "Reuters' notice of its principles.",
        "footer/disclaimer",
        r"(?i:our standards:? ?the thomson reuters trust principles\.?(?:, opens new tab)?)",
        ("Our Standards: The Thomson Reuters Trust Principles.",),
        ("Our standards are high, the agency says.",),
        language="en",
    ),
    _rule(
        "wire/ap-rights",
        "The Associated Press's notice.",
        "footer/copyright",
        r"(?P<copyright>(?:Copyright |© ?|Copyright © ?){1,2}(?:\d{4} )?(?:by )?(?:The )?Associated Press\..{0,200})",
        (
            (
                "Copyright 2024 The Associated Press. All rights reserved. This material may not be published.",
                {
                    "copyright": "Copyright 2024 The Associated Press. All rights reserved. This material may not be published."
                },
            ),
        ),
        ("The Associated Press has offices in many towns.",),
        language="en",
    ),
    _rule(
        "wire/material-may-not",
        "No part of it may be used without leave.",
        "footer/copyright",
        r"(?i:(?:this|the) (?:material|content|article|story)[^.\n]{0,60} may not be (?:published|reproduced|copied|redistributed|republished|used)[^\n]{0,220})",
        ("This material may not be published, broadcast, rewritten or redistributed.",),
        ("This material may not be strong enough for the bridge.",),
        language="en",
    ),
    _rule(
        "wire/ansa-rights",
        "ANSA and others in Italy: reproduction is reserved.",
        "footer/copyright",
        r"(?i:(?P<copyright>©? ?riproduzione riservata.{0,80}))",
        (("RIPRODUZIONE RISERVATA © Copyright ANSA", {"copyright": "RIPRODUZIONE RISERVATA © Copyright ANSA"}),),
        ("La riproduzione riservata del quadro costò cento lire.",),
        language="it",
    ),
    _rule(
        "wire/initials",
        "The initials with which AFP, dpa and others sign a dispatch.",
        "footer/agency",
        r"[a-z]{2,4}(?:[-/][a-z]{2,3}){2,4}",
        ("bur/ah/pjm", "jl-hg/mr"),
        ("and/or", "km/h", "he-said", "aprile"),
        weight=3.0,
        longest=24,
    ),
    _rule(
        "wire/dpa-number",
        "dpa's numbers for a dispatch.",
        "footer/agency",
        r"(?:© )?(?P<agency>dpa)(?:-infocom|-AFX|-tmn)?(?:, dpa:\d{6}-\d{2,3}-\d{3,8}/\d{1,2}|-infocom GmbH)",
        (("dpa-infocom, dpa:240312-99-123456/2", {"agency": "dpa"}), "© dpa-infocom GmbH"),
        ("dpa-infocom sagt nein",),
    ),
    _rule(
        "wire/end-mark",
        "The end of a dispatch.",
        "boilerplate/other",
        r"(?:[-–—* ]{0,3}(?:-30-|-0-|30|###|# # #|ENDS?|Enditem|Ends/?|FIM|FIN|ENDE|End|끝|完|了)[-–—* ]{0,3}|[(（](?:끝|完|了|END|End|Ends|ENDS|FIN)[)）]|_{3,40})",
        ("###", "-30-", "(END)", "___", "Enditem", "（完）"),
        ("The end", "30 people", "Endless"),
        weight=7.0,
        longest=30,
    ),
    _rule(
        "wire/xinhua-editor",
        "Xinhua and other Chinese houses: the editor in charge.",
        "footer/credit",
        r"[（(【\[]\s?(?P<key>责任编辑|責任編輯|编辑|編輯|责编|记者|記者|文/记者)\s?[:：]\s?(?P<authors>[^\s()（）【】\]]{2,12}(?:[、,，\s][^\s()（）【】\]]{2,12}){0,4})\s?[)）】\]]",
        (("【责任编辑:王小明】", {"key": "责任编辑", "authors": "王小明"}), "（记者：李华）"),
        ("记者在现场看到，人们排起了长队。",),
        weight=10.0,
        longest=60,
    ),
    _rule(
        "wire/korean-signature",
        "A Korean reporter's address, or name and address.",
        "footer/contact",
        r"(?:[가-힣]{2,4} ?(?:기자|특파원|인턴기자)\s?[=/]?\s?)?[\w.+-]{2,40}@[\w-]{2,30}(?:\.[\w-]{2,12}){1,3}",
        ("yun@agency.example.kr", "김하나 기자 hana@agency.example.kr"),
        ("김하나 기자는 현장에 있었다.",),
        weight=7.0,
        longest=110,
    ),
    _rule(
        "wire/korean-rights",
        "Korean notices: no copying, no passing on.",
        "footer/copyright",
        r"(?P<copyright>.{0,60}무단\s?(?:전재|복제|배포).{0,80})",
        (
            (
                "<저작권자 ⓒ 하나통신, 무단 전재-재배포 금지>",
                {"copyright": "<저작권자 ⓒ 하나통신, 무단 전재-재배포 금지>"},
            ),
        ),
        ("무단 횡단을 하던 사람이 다쳤다.",),
        longest=160,
    ),
    _rule(
        "wire/japanese-rights",
        "Japanese notices: no reproduction without leave.",
        "footer/copyright",
        r"(?P<copyright>.{0,60}(?:無断(?:転載|複製|使用)|禁無断).{0,60})",
        ("無断転載を禁じます", "本紙掲載記事の無断複製・転載を禁じます"),
        ("無断欠席が続いた。",),
        longest=160,
    ),
    _rule(
        "wire/auto-generated",
        "South Asian sites: not edited, taken from a feed.",
        "footer/disclaimer",
        r"(?i:\(?(?:disclaimer:? ?)?(?:except for the headline, )?(?:this|the) (?:story|article|report|content|post|news)[^.\n]{0,60} (?:has not been|is not|was not|hasn['’]t been) "
        r"(?:edited|created|modified|written)[^\n]{0,200}\)?)",
        (
            "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
            "Except for the headline, this story has not been edited and is published from a feed.",
        ),
        ("This story has not been told before.",),
        language="en",
    ),
    _rule(
        "wire/automatic",
        "Published or collected by a machine.",
        "footer/disclaimer",
        r"(?i:(?:disclaimer:? ?)?(?:this|the) (?:content|article|story|text|post|news item)[^.\n]{0,40} (?:was|is|has been) (?:published|generated|imported|collected|aggregated|translated|syndicated|republished|automatically)[^.\n]{0,120}\.?|"
        r".{0,40}(?:automatisch (?:übernommen|veröffentlicht|importiert|erstellt)|publié automatiquement|publicado automáticamente|publicado automaticamente|"
        r"pubblicato automaticamente|automatisch (?:gepubliceerd|geplaatst)|publicerats automatiskt|publisert automatisk|publiceret automatisk|"
        r"opublikowan\w{1,3} automatycznie|publikován\w? automaticky|опубликован\w{0,2} автоматически|otomatik olarak (?:yayınlan|alın|eklen)\w{0,8}|"
        r"自动(?:转载|采集|发布)|自動(?:轉載|配信|収集)|자동으로 (?:수집|작성|게시)|स्वचालित रूप से).{0,60})",
        (
            "This content was published automatically.",
            "Dieser Text wurde automatisch übernommen.",
            "Cet article a été publié automatiquement.",
        ),
        ("This story is about a dog.", "The door opened automatically."),
        weight=8.0,
        longest=200,
    ),
    _rule(
        "wire/views-of-author",
        "Whose opinions these are.",
        "footer/disclaimer",
        r"(?i:(?:disclaimer:? ?)?(?:the )?(?:views|opinions)(?: and opinions)? (?:expressed|here|in this)[^.\n]{0,120}\.?(?: [^\n]{0,160})?|"
        r"las opiniones (?:expresadas|son|vertidas)[^\n]{0,120}|les (?:opinions|propos)[^.\n]{0,30} n['’]engagent[^\n]{0,100}|"
        r"die (?:hier )?(?:geäußerten |ausgedrückten )?(?:meinungen|ansichten)[^.\n]{0,40}(?:müssen nicht|spiegeln nicht|geben (?:nur|allein))[^\n]{0,100}|"
        r"as opiniões (?:expressas|emitidas|são)[^\n]{0,100}|мнение (?:автора|редакции) может не совпадать[^\n]{0,80})",
        (
            "The views expressed in this article are the author's own.",
            "Las opiniones son responsabilidad de sus autores.",
        ),
        ("The views from the tower are splendid.", "Las opiniones cambian."),
        weight=9.0,
    ),
    # ---- press releases ---------------------------------------------------------------------------------------------
    _rule(
        "press/source-line",
        "PR Newswire: SOURCE and the company, last line.",
        "footer/source_name",
        r"SOURCE (?P<source_name>[\p{Lu}\d][^\n.:;]{1,80}\.?)",
        (("SOURCE Harbour Works Ltd.", {"source_name": "Harbour Works Ltd."}),),
        ("SOURCE: they said no. Nobody knows.", "Source Harbour Works"),
        longest=90,
    ),
    _rule(
        "press/view-original",
        "Where the release stood first.",
        "footer/source_link",
        r"(?i:(?P<key>view (?:original content|source version|original)[^:\n]{0,80}): ?(?P<source_url>https?://\S{4,300}))",
        (
            (
                "View original content: https://wire.example/release/1",
                {"key": "View original content", "source_url": "https://wire.example/release/1"},
            ),
            "View source version on wire.example: https://wire.example/2",
        ),
        ("View original paintings at https://a.example",),
    ),
    _rule(
        "press/ots",
        "news aktuell (ots).",
        "footer/source_name",
        r"Original-Content von: (?P<source_name>[^,\n]{2,80}), übermittelt durch news aktuell",
        (("Original-Content von: Hafen GmbH, übermittelt durch news aktuell", {"source_name": "Hafen GmbH"}),),
        ("Original-Content von 1920",),
        language="de",
    ),
    _rule(
        "press/distributed",
        "APO, Tribune, SyndiGate and others: who passes it on.",
        "footer/credit",
        r"(?:(?:©|Copyright) ?\d{4},? [^\n]{2,80}\.? )?(?:Visit [\w.-]{4,60}\.? )?(?:Distributed|Provided|Syndicated) by (?P<source_name>[^\n.]{2,80}(?:\.(?: ?Inc| ?LLC)?)?)(?: on behalf of [^\n]{2,80}| ?\([\w.-]{4,60}\))?\.?",
        (
            (
                "Distributed by Harbour Group on behalf of Ministry of Fisheries.",
                {"source_name": "Harbour Group on behalf of Ministry of Fisheries."},
            ),
            "©2024 Ellery Courier. Visit ellery.example. Distributed by Harbour Content Agency, LLC.",
        ),
        ("The food was distributed by volunteers.",),
    ),
    _rule(
        "press/the-conversation",
        "Articles under a Creative Commons licence, and where they stood.",
        "footer/licence",
        r"(?i:this article (?:is|was) (?:originally )?(?:re)?published (?:from|in|on|by) (?:the )?(?P<source_name>[^.\n]{2,60}?) under (?:an? )?(?P<licence>creative commons[^.\n]{0,40}?) licen[cs]e\.?[^\n]{0,80})",
        (
            (
                "This article is republished from The Lighthouse under a Creative Commons license. Read the original article.",
                {"source_name": "Lighthouse", "licence": "Creative Commons"},
            ),
        ),
        ("This article is long.",),
        language="en",
    ),
    _rule(
        "press/first-appeared",
        "WordPress feeds: the post appeared first elsewhere.",
        "footer/source_link",
        r"(?:The post|L['’]article|La entrada|Der Beitrag|L['’]articolo|O post|Het bericht|Wpis|Artykuł|Innlegget|Inlägget|Indlægget|Příspěvek|Сообщение|Запись|Artikkeli|Yazı|A bejegyzés|Postarea) "
        r"(?P<title>[^\n]{3,240}?) (?:first appeared on|appeared first on|est apparu en premier sur|apareció primero en|se publicó primero en|se publicó en|erschien zuerst auf|proviene da|sembra essere il primo su|apareceu primeiro em|"
        r"verscheen eerst op|pojawił się poczatkowo|pojawił się najpierw na|pochodzi z serwisu|dukket først opp på|dök först upp på|udkom først på|se nejdříve objevil na|появились сначала на|впервые появилась|ilmestyi ensin|ilk olarak|először|apare prima dată în) "
        r"(?P<source_name>[\p{Lu}\p{Lo}\d][^\n]{1,80}?|[\w.-]{3,40}?)(?: (?:üzerinde ortaya çıktı|jelent meg))?\.?",
        (
            (
                "The post Two hundred sails leave the bay appeared first on Ellery Courier.",
                {"title": "Two hundred sails leave the bay", "source_name": "Ellery Courier"},
            ),
            (
                "Der Beitrag Neue Brücke eröffnet erschien zuerst auf Der Bote.",
                {"title": "Neue Brücke eröffnet", "source_name": "Der Bote"},
            ),
            "La entrada Nuevo puente apareció primero en El Eco.",
        ),
        ("The post office first appeared on maps in 1820.", "The post was delivered."),
        longest=420,
    ),
    _rule(
        "press/first-published",
        "Where and when it stood first.",
        "footer/source_link",
        r"(?i:(?:this (?:article|story|post|piece|content) )?(?:was |is )?(?:originally|first|previously) (?:appeared|published|posted)(?: (?:on|in|by|at))? (?P<source_name>[^.\n]{2,80}))\.?",
        (
            ("This article was originally published on Ellery Courier.", {"source_name": "Ellery Courier"}),
            "Originally published by The Lighthouse",
        ),
        ("First published poets are rare, she said. They starve.",),
        weight=7.0,
        longest=200,
        language="en",
    ),
    _rule(
        "press/read-original",
        "A line that leads to the original.",
        "footer/source_link",
        r"(?i:(?P<key>(?:read|see|view) (?:the )?(?:original|full|entire|source)[^:\n]{0,80}): ?(?P<source_url>https?://\S{4,300}))",
        (
            (
                "Read the original article on Ellery Courier: https://ellery.example/1",
                {"key": "Read the original article on Ellery Courier", "source_url": "https://ellery.example/1"},
            ),
        ),
        ("Read the original article in the archive: it is worth it",),
    ),
)
