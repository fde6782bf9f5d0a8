"""Phrases as they stand in records, with what should be found in them. Everybody is invented.

Numbers are those set aside for stories and tests: Ofcom's 01632 960xxx and 07700 900xxx, NHS
numbers that begin with 999, pupils' numbers of no authority, and the usual examples of others.
"""

from datetime import date

from infoshare_cli.core.private_words import PrivateKind

TODAY = date(2026, 11, 22)

FOUND: dict[PrivateKind, str] = {
    "nhs-number": """
        NHS number «999 000 0018»
        nhs no: «9990000018»
        her number is «999-000-0018»
        NHS No.«999.555.1233» was given
        NHS: «99 90 00 00 18»
        on the letter («9995551233»)
        «\uff19\uff19\uff19 \uff10\uff10\uff10 \uff10\uff10\uff11\uff18» by fax
        «999 000 0018» and «999 000 1235»
        seen 20 November, «9998765439», on file
        aged 7 «999 000 0026»
        """,
    "upn": """
        UPN «C000000024001»
        upn: «c 0000 0002 4001»
        the temporary one is «N00000002400A»
        «P000-111-119-002» from the census
        """,
    "national-insurance-number": """
        NI number «QQ 12 34 56 C»
        nino: «QQ123456»
        his is «AB 12 34 56 C»
        «ab123456c»
        «AB-12-34-56-C» on the payslip
        benefit letter («AB 12 34 56»)
        National Insurance no. «QQ123456A»
        """,
    "e-mail": """
        write to «jo.bloggs@mail.example»
        Mum: «jo+school@post.example.org».
        «JO@EXAMPLE.COM»
        sent to <«jo_b@example.co.uk»>, no answer
        «jo@example.com», «ann@example.net»
        'twas «o.b@example.com»'
        """,
    "telephone": """
        ring «07700 900123»
        on «07700 900 123» after six
        Mum «07700900123»
        «01632 960123» at home
        «(01632) 960 123»
        «01632-960-123»
        «07700.900.123»
        «07700/900/123»
        «+44 7700 900123»
        «+44 (0)7700 900 123»
        «0044 7700 900123»
        «447700900123»
        «+44-1632-960-123»
        «020 7946 0123»
        «0113 496 0123» is the gran
        «01632 960123 ext 45»
        «01632 960123 x45»
        «0 7 7 0 0 9 0 0 1 2 3»
        «\uff10\uff17\uff17\uff10\uff10 \uff19\uff10\uff10\uff11\uff12\uff13»
        aged 3 «07700 900123»
        room 12 «01632 960 123»
        «07700 900123» 3 times
        «07700 900123» or «07700 900124»
        tel«07700900123»
        «+1 202 555 0123»
        «+353 1 555 1234»
        year 3, phone «07700 900125».
        """,
    "postcode": """
        she lives at «LU1 1AA»
        now in «lu1 1aa», moved
        «LU11AA»
        «mk429zz».
        flat 2, «SG17 5TQ»
        «SW1A 1AA»
        «EC1A 1BB»
        «W1A 0AX»
        the new one («MK40-1ZZ»)
        «LU1  2BB»
        «M1 1AE», «B33 8TH» and «CR2 6XH»
        «DN55 1PT»
        """,
    "date-of-birth": """
        DOB «3/4/2015»
        d.o.b. «03.04.15»
        D.O.B: «3 April 2015»
        born «April 3rd 2015»
        she was born in «2015»
        DOB «030415»
        DOB: «03042015»
        (DOB «03-04-2015»)
        date of birth is «3rd of April, 2015»
        the girl, «3/4/2015», was there
        «3/4/2015» (DOB)
        born on «3 April»
        born in «April 2015»
        «2015-04-03»
        dob «2015-04-03»
        his birthday is «3 April»
        «3 April» is her birthday
        b. «3/4/2015»
        b. «2015»
        year of birth «2015»
        YOB «2015»
        the boy («03/Apr/2015»)
        the boy («3-Apr-2015»)
        the older one «3/4/2015», the younger one «5/6/2017»
        twins «3/4/2015» and «5/6/2017»
        born in Luton in «2015»
        DOB «04/23/2015»
        a girl, «03 04 2015», in year 6
        twins born «12/10/2026»
        mother's DOB is «12 May 1990»
        D O B «12/5/90»
        born: «12.5.90»
        «03/04/67»
        she was born «12 May 90»
        """,
    "name": """
        «John Smith» told us
        I rang «Thandiwe Nkosi» today
        «Zbigniew Kowalczyk» was there
        asked «Mrs O'Neill-Brown» again
        asked «Mrs O\u2019Neill-Brown» again
        seen by «Dr Patel» at the surgery
        «SMITH John» came in
        «SMITH, John» came in
        the file of «JOHN SMITH»
        «J. Smith» rang
        I asked «J Smith» to come
        «Mr. Brown» was told
        «PC Jones» came
        «Auntie Bev» has them
        «Jayden»'s mother rang
        they say that «Aisha» was hurt
        «José García» and «Łukasz Wójcik» fought
        we told «Mark» on Friday
        it was «Will Smith» again
        the social worker, «Sarah Young»
        Team Manager «Sarah Jones» agreed
        «Maria de Souza» collects her
        «Mohammed al Rahman» collects him
        «Miss Trunchbull» saw it
        «mr smith» is the partner
        «kyle» was late
        «Robin» has bruises
        I think that «April Jones» knows
        «Olivia-Mae Carter» is in year 2
        «DR PATEL» signed
        her sister «Chloe» and her brother «Callum»
        «Dr Patel»'s Surgery rang
        «Kyle», «Olivia» and «Callum» were there
        we asked «Callum» de novo
        SHE SAID THAT «JOHN SMITH» HIT HER ON THE WAY HOME
        «J\u00f6rg M\u00fcller» lives there
        «Jo\u0308rg Mu\u0308ller» lives there
        """,
}
"""Kind to phrases; what should be found stands between « and »."""

NOTHING = """
    Seen at Lewsey Park by the Family Support Worker and the Early Help team.
    The Team Manager at Bedford Hospital agreed. Referral made through the Integrated Front Door.
    Class teacher in Year R said that he was hungry again; the Head Teacher will ring home.
    Strategy meeting held on Microsoft Teams with Bedfordshire Police.
    Mum took her to the Luton and Dunstable University Hospital. The doctor's letter is on file.
    She goes to Ash Lane Nursery and her brother to St Mary's Church of England Primary School.
    The Key Stage 2 lead told the Designated Safeguarding Lead on Monday.
    CAMHS closed the case in March. The Health Visitor has seen the baby four times since.
    He said that Dad had hit him with a belt on Sunday night. Old bruises on left arm.
    Mum's partner has a Sexual Harm Prevention Order. Probation are involved.
    The Local Authority Designated Officer asked for the dates of employment.
    Central Bedfordshire Council holds parental responsibility under a full care order.
    Reported to Police, reference 412 of 20 November 2026, log 0231.
    The nursery keeps the body map in the locked cabinet, folder 7, page 12.
    Sent by Egress from the school office at 3.45 pm, nobody could overhear.
    Consent was given by word of mouth on 18 November, with an interpreter in Urdu.
    The Child Protection Conference is on 3 December 2026 at Borough Hall.
    Not shared with the father: the Non-Molestation Order of 12 March 2025 forbids it.
    Information Governance Lead advised: share the dates only. Caldicott Guardian agreed.
    Shared under Article 6(1)(e) UK GDPR and Schedule 1, paragraph 18 of the Act of 2018.
    The Department for Education guide and Working Together 2026 were read again.
    GP practice in Houghton Regis; midwife at Lister Hospital in Stevenage.
    She wants to move to Leeds. The housing officer at Grand Union Housing has been told.
    Told by the Women's Aid worker, who heard it on the Marsh Farm estate.
    Attendance 62 per cent in the Autumn term; 41 sessions missed from 4 September to 13 November.
    Spoke with the on-call Paediatrician, Ward 23, extension 4417.
    Referral number 2026-117-B; crime number 40/51234/26; reference CB 20 114.
    Home visit by Social Worker and Student Nurse. Kitchen clean, no food. Two dogs.
    The Foster Carer rang the Emergency Duty Team on Christmas Eve.
    Black British girl of eight, speaks Twi and English, Pentecostal family.
    Father is in HMP Bedford until May 2027; he must not know the address.
    The Royal Borough asked for the file under a Section 47 enquiry.
    The after-school club closes at 6 pm; the taxi from Bluebird Cars was late.
    The mentor and Barnardo's both hold notes. The NSPCC rang too.
    Has a Child in Need plan, next review 12 January 2027. PIP and Universal Credit in payment.
    They live above the shop in High Town Road, near the Polish church.
    Luton Town Football Club's welfare officer told the LADO.
    The Multi-Agency Risk Assessment Conference met on 6 October and again on 3 November.
    Diagnosis: Attention Deficit Hyperactivity Disorder, Type 1 Diabetes.
    The school nurse gave Calpol and rang 111. Blood sugar 4.1, then 12.6 at 10.30.
    Operation Encompass notice received 20/11/2026 at 08:15 from the Control Room.
    Will share again if Ofsted or the Court ask. May need an order.
    Mark on the left cheek, about 2 cm. Rose from the chair with difficulty.
    What staff saw on 20 November, a body map, what the carer said. On file here.
    Rang 999, then 101. Childline is 0800 1111.
    A letter dated 3 April 2015 and the order of 12 March 2019.
    Meeting 12/03/2024, Friday 20 November 2026, 12/03/2024 at 10.30.
    Seen by the health visitor 20/10/2025. Records from 1.10.2024 to 1.11.2024.
    12/03/2024: missed visit
    The unborn baby is due 3/4/2027. Pre-birth meeting 3 March 2027.
    Room B2 1st floor, M1 2nd lane, class 4B, 3 of 15 children, 24/7.
    Children born abroad. Since 2015 the number has grown; version 1.2.15 of the form.
    Invoice 1234567890 and NHS number not known. 0000000000 was typed in.
    On 20 11 26 a decision was made at 10 20 30 a second time.
    The e-mail of the office is mash@luton.gov.uk, its number 01582 547653.
    Central Bedfordshire: +44 300 300 8585.
    Forms FD123456A, GB 12 34 56 A and X000000024001 were sent back.
    Meet staff@home; somebody wrote me@work on it.
    Visit on 01.02.2026 107 minutes long.
    We met at Tall Hedges. Those tall hedges hide the door.
    Babies born here since 2015 are on the list.
    """
"""A phrase a line in which nothing is private."""

MISSED = """
    the boy is called Bava and lives with Kala
    Patel collects her after school
    tripti kowalczyk has been seen
    Grace rang me today
    the baby, 12/10/2026, sleeps on the floor
    ring 960123 in Luton
    write to school at example dot com
    12 Ash Lane, third door on the left
    أحمد محمد
    """
"""What leads to somebody and is not found: docs/decisions says why each is let go."""

TAKEN_FOR_PRIVATE = """
    Swimming at «Marl Otters» on Friday
    Two conditions, «Foetal Alcohol» among them
    bought at «John Lewis» yesterday
    """

BODIES = """
    Ash Lane Nursery (invented)
    Duty social worker, Luton MASH
    Luton Borough Council
    Bedfordshire Police, Public Protection Unit
    Cambridgeshire Community Services NHS Trust
    St Thomas More Catholic School
    Women's Aid in Luton
    Grand Union Housing Group
    Chums
    Barnardo's
    Marie Curie Hospice
    Thomas Coram Foundation
    Duty officer, Bedford Borough Integrated Front Door
    Kempston Challenger Academy
    John Bunyan School
    The Mary Seacole Centre
    NSPCC Helpline
    King's House Surgery
    Harlington Area Scout Group
    Marl Otters
    Sergeant, Bedfordshire Police
    The mother
    the carer of kyle
    """
"""Organisations, teams and roles, as they stand in the fields for them."""

PEOPLE_AMONG_BODIES = """
    «DC Khan», Luton police
    «Sarah Jones», team manager
    «Mrs O'Neill-Brown»
    «J Smith», MASH
    «Dr Patel», GP
    «SMITH John», Luton MASH
    """

REFERENCES = """
    EX-1042
    LBC/2026/0042
    2026 117 B
    MASH 1234
    CSC-12345
    case 12
    Case number 17
    Ref 1042
    TBC
    none yet
    child A
    CP-2026-Luton-4
    PNC123
    a made up number 12
    Child 3 of family 44
    EHA 2026/11
    xk42
    school 7
    LL 12345678
    CYP0042
    safeguarding log 12
    MASH 20/11/2026
    20261122
    AB123456
    """
"""Case numbers that tell nobody who it is."""

TELLING_REFERENCES = """
    «John Smith»
    «smith»
    «SMITH»
    «Smith» 1
    JS«030415»
    «03042015»
    «2015-04-03»
    «3/4/15»
    «AMY»
    «Kyle»
    J «Smith»
    «smith»-2026
    «O'Neill»
    «LU1 1AA»
    «999 000 0018»
    «jb@school.example»
    «B-Ahmed»
    «07700 900123»
    «smith»_7
    """
"""Case numbers in which a person stands."""


def lines(text: str) -> tuple[str, ...]:
    """The phrases of a text, one a line."""
    return tuple(line.strip() for line in text.strip().splitlines())


def unmarked(phrase: str) -> str:
    """The phrase as a person writes it."""
    return phrase.replace("«", "").replace("»", "")


def marked(phrase: str) -> tuple[str, ...]:
    """What should be found in it."""
    return tuple(part.split("»")[0] for part in phrase.split("«")[1:])
