"""Words that people write with a capital and that are no one's name."""

from infoshare_cli.privacy.word_list import word_list

ORGANISATIONS = word_list("""
    academy act agency aid ambulance association authority avenue award bank barn bill block board
    borough bridge brook building cars centre chambers charity charter church cic clinic close club
    college commission committee community company constabulary corps cottage council court crescent
    day department directorate district division drive estate extension farm federation field fields
    flats forest forum foundation fund garage gardens gate green group guide hall heights helpline
    hill home homes hospice hospital hostel hotel house housing hub inc inn institute kindergarten
    laboratory lane lawyers library limited llp lodge ltd magistrates manor marsh meadows mews mill
    ministry moor mosque mount museum network nurseries nursery office parish park partnership party
    pharmacy place plan playgroup plc police practice preschool primary prison probation programme
    project pub refuge region registry residence rise road scheme school schools secondary
    secretariat service services shop society solicitors square station strategy street studio
    surgery synagogue taxis team teams temple terrace theatre tower town tribunal trust unit
    university village ward week wood woods youth
""")
"""What stands before one of them belongs to it: 'Ash Lane Nursery', 'Victoria Road'."""

ALSO_SURNAMES = word_list("""
    bill brook church close day field fields forest green hall hill lane marsh moor parish ward wood
    woods
""")
"""Those that many people bear as a surname: behind a first name they are taken for one."""

ROLES = word_list("""
    accountant administrator adviser advisor advocate analyst assistant associate auditor barrister
    bursar caldicott carer caretaker chair chaplain chief child clerk clinician coach consultant
    coordinator counsellor deputy designate designated director doctor driver duty early educator
    engineer executive family financial foster governor guardian head headteacher health help helper
    home inspector key lead leader learning legal liaison line mac manager mental mentor midwife
    minister multi nurse nursery officer operations paediatrician paramedic pastor pastoral personal
    physiotherapist practitioner president principal professional protection psychiatrist
    psychologist receptionist registrar representative safeguarding school secretary senior sergeant
    social solicitor specialist staff supervisor support surveyor teacher technician therapist
    trainee trustee tutor vicar visitor volunteer warden worker
""")
"""What people are: beside a name, never a part of it."""

TITLES = word_list("mr mrs ms miss mx dr prof professor sir dame rev revd reverend")
RANKS = word_list("""
    aunt auntie aunty brother cllr constable councillor dc dci di ds dsu father grandad grandma
    granny insp inspector judge justice nanny nurse pc pcso sergeant sgt sister supt uncle wpc
""")
"""They make a name of the next word where that is no everyday one: 'PC Jones', 'Auntie Bev'."""

PARTICLES = word_list("al bin bint da de del della der di dos du el ibn la le van von y")

PLACES = word_list("""
    aberdeen america ampthill arlesey aylesbury barking barnet barton bath bedford bedfordshire beds
    biggleswade birmingham blackpool bletchley bolton bournemouth bradford brighton bristol britain
    buckingham buckinghamshire bucks bury buzzard caddington cambridge cambridgeshire camden cardiff
    clapham clophill coventry cranfield croydon derby devon dorset dublin dudley dunstable dunton
    durham ealing east eastern edinburgh enfield england english essex europe european exeter
    flitwick france german germany glasgow gloucester goldington greater hackney haringey harlington
    harlow harpenden harrow hatfield hatters hertfordshire herts hillingdon hitchin houghton
    hounslow huddersfield hull indian ipswich ireland irish islington italian italy kempston kent
    keynes lambeth lancashire leagrave leeds leicester leighton letchworth lewisham limbury linslade
    liverpool london luton maidstone manchester marston middlesbrough midlands milton morden
    newcastle newham newport norfolk north northampton northamptonshire northern norwich nottingham
    oldham oxford oxfordshire pakistan pakistani peterborough plymouth poland polish portsmouth
    potton preston putnoe reading regis rochdale romania romanian rotherham royston rugby salford
    sandy scotland scottish sharnbrook sheffield shefford slough south southampton southend southern
    stevenage stewartby stockport stoke stopsley stotfold sunderland sundon surrey sussex swansea
    swindon toddington uk wales walsall wandsworth watford welsh welwyn west western wigan windsor
    wixams woburn wolverhampton wootton worcester york yorkshire
""")

DAYS = word_list("""
    april august bst christmas december diwali easter eid february friday gmt january july june
    march may monday november october ramadan saturday september sunday thursday tuesday wednesday
""")

ORDINARY = word_list("""
    a about above across added advised afghan african after afterwards again against agreed albanian
    all almost along already also although always am an and annex anon another answered antenatal
    any anybody anyone anything appendix arab arabic are area around as asian ask asked at aunt
    autism away baby back bangladeshi barnardo barnardo's be because been before began behind being
    believe below bengali beside best better between big black both boy boys bring british brother
    brought brown bulgarian but by cafcass call called calpol came camhs can cannot car care
    caribbean case cases catholic certain change checked child childline children chinese church cin
    class clear client code cold come comes coming concern congolese control copied copy could cp
    credit customer dad dad's daily data date daughter ddsl dear decided decision details diabetes
    did different disease do does doing done door down dpo draft dsl during e-mail each early east
    egress ehcp either else elsewhere email emailed emergency end enough even evening ever every
    everybody everyone everything except existing explained facebook fact family father feels felt
    female few fgm file files first foi follow following for force form found from full gave gdpr
    general get getting ghanaian girl girls give given gives giving go goes going gone good google
    got gp gps grandfather grandmother grandparent great group gujarati had half has have having he
    hello help her here hers herself him himself hindi hindu his hold home hope how however
    hungarian i ico if ill in including index information initial inside instagram into iro is isa
    it its itself jewish just keep kept knew know known kurdish la lac lado large last late later
    least leave left less let like likely list lithuanian little living long look looked made main
    make makes man many marac mash maspa maternity matter maybe mca me mean means meanwhile meeting
    member message met microsoft might mine mister moreover morning most mother mother's mr much mum
    mum's muslim must my myself na name names near need needed needs neither nepali never new next
    nhs nigerian night no no. nobody non none nor north not note noted nothing now nspcc number of
    off offered ofsted often ok okay old on once one only open or other others otherwise our ours
    out outlook outside over own page parent parents part patient pending people per perhaps persian
    person personal phone phoned place placed please plus police portuguese possible present private
    probably protestant punjabi pupil put question quite rang rather read real really reason
    received record recorded records red redacted ref reference refused regarding regards replied
    report reported request requested resident review right ring roma room said same sar saw say
    says school second secure see seeing seek seem seems seen send sent separate several shall share
    shared sharing she should show shown sibling siblings side sign signed sikh since sister site
    sitting skype small snapchat so social somali some somebody someone something sometimes son soon
    south spanish speak spectrum spoke spoken staff start started stated statement stay stepfather
    stepmother still stop student such sure syndrome syrian tac taf take taken takes taking talk
    talked tamil tba tbc teacher tell telling temporary tenant text thank thanks that the their them
    themselves then there therefore these they thing things think this those though thought three
    through thus tiktok till time to today together told tomorrow tonight too took toward towards
    traveller tried try turkish twice two type uk ukrainian unable uncle unclear under unknown
    unless unnamed until up update updated upon upset urdu us use used usually very via view visit
    visited wait want wanted ward was we well went were west what whatever whatsapp when whenever
    where whereas whether which while white who whoever whole whom whose why will with within
    without woman word work worker working worried worry would write writing written wrote year
    years yes yesterday yet you young your yours zoom
""")
"""The commonest words of notes. The texts of the rules add theirs, see `known_words`."""

BEFORE_LETTERS = word_list("""
    annex appendix band block category class colour column figure form grade group hepatitis item
    key letter level line option page paragraph part plan point room row section set stage step
    strand table team tier type unit version vitamin ward year
""")
"""'Plan B', 'Class C': the letter behind is no initial."""
