"""One sentence for each step that can be taken: what it does, in the words of the office."""

from collections.abc import Mapping

from ärenden.workflow import Action

ABOUT: Mapping[Action, str] = {
    Action.ADD_DOCUMENT: "En handling som kommit in, gått ut eller upprättats i ärendet.",
    Action.MOVE_DOCUMENT: "Handlingen läggs i sitt rätta ärende, och båda ärendena berättar det.",
    Action.ANNUL_DOCUMENT: "Handlingen står kvar på sin plats, märkt och med skäl.",
    Action.CORRECT: "Den tidigare lydelsen går att läsa efteråt, med skälet.",
    Action.CHANGE_TYPE: "När ärendet registrerats som fel typ.",
    Action.CHANGE_ADDRESSEE: "När den ställs till någon annan än som registrerats.",
    Action.CHANGE_ANSWERER: "När någon annan än den tillfrågade ska svara.",
    Action.TRANSFER_ANSWER: "Nämndens ordförande låter någon i ett bolag eller förbund svara.",
    Action.LINK: "Visar hur två ärenden hänger ihop.",
    Action.LINK_NOTE: "Anteckningar från ett möte som rör ärendet.",
    Action.MARK_SECRECY: "Ett ärende, en handling eller en uppgift som bara vissa får läsa.",
    Action.LIFT_SECRECY: "Uppgifterna står åter öppet i diariet.",
    Action.ANNUL: "Numret förbrukas synligt och används aldrig igen.",
    Action.WITHDRAW: "Den som ställt eller väckt ärendet drar det tillbaka.",
    Action.CLOSE: "Inget mer väntas i ärendet.",
    Action.REOPEN: "Ärendet får tillbaka det läge det hade innan det avslutades.",
    Action.ANNOUNCE: "Ärendet sätts upp på ett kommande sammanträdes lista.",
    Action.SCHEDULE: "Väljer det sammanträde där ärendet tas upp.",
    Action.PERMIT: "Fullmäktige beslutar utan överläggning om den får ställas.",
    Action.REFUSE_PERMISSION: "Fullmäktige har sagt nej. Ärendet står kvar i diariet.",
    Action.BEGIN_ANSWER: "Svaret syns inte för frågeställaren förrän det lämnas över.",
    Action.RECEIVE_ANSWER: "Läggs in fråga för fråga. Frågeställaren ser inget än.",
    Action.SUPPLEMENT_ANSWER: "Står bredvid det svar som redan lämnats och lämnas över för sig.",
    Action.HAND_OVER_ANSWER: (
        "När svaret lämnas över blir det en allmän handling, och frågeställaren får läsa det."
    ),
    Action.RECORD_ANSWERED: "Svaret är lämnat i fullmäktige, och överläggningen är slut.",
    Action.POSTPONE: "Tas upp igen vid nästa sammanträde, om inget annat bestäms.",
    Action.RAISE: "Från den dagen räknas beredningens år.",
    Action.PREPARE: "Ärendet går till det organ som bereder det.",
    Action.REFER: "Flera kan yttra sig samtidigt.",
    Action.RECEIVE_STATEMENT: "Yttrandet läggs till den remiss det svarar på.",
    Action.CLOSE_REFERRAL: "När den tillfrågade avstår, eller inte inväntas.",
    Action.REPORT_OPEN: "Fullmäktige får veta vad beredningen visat så här långt.",
    Action.NOTE_PREPARATION: "Vad ett organ eller en förvaltning gjort i saken.",
    Action.PROPOSE: "Det organ som berett ärendet föreslår hur det ska avgöras.",
    Action.ADD_PROPOSAL: "Med den som yrkar och dem som instämmer.",
    Action.ADD_STEP: "Vad ordföranden ställde mot vad, och vad som befanns.",
    Action.RETURN: "Tillbaka till beredningen, med vad som ska utredas.",
    Action.DECIDE: "Vad som beslutades, punkt för punkt, som det står i protokollet.",
    Action.DISMISS: "När förslaget inte uppfyller formkraven.",
    Action.RESERVE: "Av den som deltagit i beslutet.",
    Action.ADD_STATEMENT: "Protokollsanteckning, särskilt yttrande eller röstförklaring.",
    Action.NOTE_NON_PARTICIPATION: "Avstår, deltar inte eller är jävig: tre olika saker.",
    Action.ADD_TASK: "Vem som ska göra vad till när, efter beslutet.",
    Action.REPORT_TASK: "Uppdraget är utfört och berättat.",
}
