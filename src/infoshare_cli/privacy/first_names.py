"""First names that are common in Bedfordshire and Luton, of all ages and backgrounds.

No library that is looked after has them: the lists on offer are American and a century old, or
hundreds of megabytes. A name that is missing here is still found beside a surname.
"""

from infoshare_cli.privacy.word_list import word_list

NAMES = word_list("""
    aaliyah aarav aaron aarti abbie abby abdul abdullah abdulrahman abigail abu ada adam adebayo
    adebola adele adeola adil adina adrian advik agnes agnieszka ahmad ahmed aidan aiden aimee aisha
    aishah akash akua alan alana alasdair alastair alba albert albie alec aleksandra alesha alex
    alexander alexandra alexandru alfie alfred ali alice alicia alicja alina alisha alison alistair
    alistar aliza allan amanda amandeep amara amelia amelie amie amina aminah amir amira amit ammar
    amna amy ana anas anaya andre andrea andreea andrei andrew andrzej andy aneesa aneta anika anil
    anita ann anna annabel annabelle anne annette annie anthony antoni antonio antony anum anwar
    anya arabella archie ariana arjun arlo arman arthur arun asad asha asher ashiq ashley ashok
    ashraf asif asma aspen aurora ava axel ayaan ayaz ayesha ayman ayodele aysha ayub aziz azra
    babatunde baljit balwinder barbara barnaby barney barry bartosz bashir beata beatrice beatrix
    becky bella ben benjamin bernadette bernard bertie beth bethan bethany betty bev beverley bianka
    bilal billie bilquis blessings bobby bodhi bogdan bola bolaji bonnie bozena bradley brandon
    brenda brendan brian bridget brody brooke bruce bruno bryan bryony bukola bushra caitlin caleb
    callum cameron carl carla carlos carly carmen carole caroline carolyn casper cassandra catalin
    catherine cathy cecilia celia cezary chantelle charlene charles charlie charlotte cherie cheryl
    chiamaka chiara chidi chika chinedu chioma chipo chloe chris christina christine christopher
    chuka chukwu ciara claire clara clare clarissa claudette clement clementine clifford clinton
    clive colette colin connor conor constantin courtney craig cristian cristina curtis cynthia
    dalbir damian damien dan daniel daniela danielle danny danuta daphne darcey darcy daria dariana
    darius darren dave david dawid dawood dayo debbie deborah debra declan deepa deepak delilah
    delroy demi denis denisa denise dennis derek derrick desmond dexter diana diane dipa diya dolly
    dominic dominik dominika donald donna doreen doris dorota dorothy doru douglas dumitru duncan
    dylan ebele eddie edith edmund edward edwin efe effie ehsan eileen ekow elaine eleanor elena eli
    elias elijah elise elisha eliza elizabeth ella ellen ellie elliot elliott ellis elodie eloise
    elsie emanuela emeka emil emilia emily emma emmanuel emmie enid eniola enzo eric erica erin
    errol eryk esmae esme estelle esther ethan eugene eva evan evelyn everton ewa ewelina ezekiel
    ezinne ezra fabian fahad faheem faisal faiz farah farai farhan farida fariha farooq farzana
    fatema fatima fatimah fatou fatoumata fawad fayyaz felicity felix femi ferdinand filip finlay
    finley finn finnley fiona florentina florin florrie folake fozia frances francesca francis
    frankie fraser fred freddie freddy frederick freya funke gabriel gabriela gabrielle gareth garry
    gary gavin gemma geoff geoffrey george georgie georgina gerald geraldine gerard gertrude ghazala
    gheorghe ghulam gill gillian gina giorgia glenda glenn gloria glynn gordon gracie graeme graham
    grazyna greg gregory greta grzegorz gurdeep gurmeet gurpreet gwen gwendolyn gwyneth habib hadiya
    hafiz hafsa hafsah haider haleema halima halina hallie hamid hamza hana hanif hanna hannah haris
    harish harjit harley harold haroon harpreet harriet harris harrison harry harvey hasan hashim
    hassan hattie hayley heather hector helen helena henrietta henry henryk hilary hilda hina hollie
    holly howard hugh hugo humaira husna hussain hussein ian ibrahim idris ieuan ifeanyi ifeoma
    iftikhar ignacy ijaz ijeoma ikra ilie ilona ilyas imani imogen imran inaya inderjit ines ingrid
    ioan ioana ionel ionut iqbal iqra iram irene irfan irina isaac isabel isabella isabelle isha
    ishaan ishaq isla ismaeel ismail isobel israr iulian iuliana ivan ivor iwona iyabo izzy jabir
    jackie jacob jacqueline jaden jadwiga jai jaime jake jakub jameela james jamie jamil jamila
    jamshed jan jane janet janice janis jaroslaw jasmin jason jasper jaspreet javed javier jaxon
    jaxson jaya jayden jayne jazmin jean jeanette jeff jeffrey jemima jen jenna jennie jennifer
    jenny jenson jeremi jeremiah jeremy jerome jerzy jess jesse jessica jibril jill jim jimmy jo
    joan joanna joanne jocelyn jodie joe joel john johnny jon jonah jonathan jonty joseph josephine
    joshua josie joyce jozef jude judith judy julia julian julie juliet junaid justin justyna kabir
    kacey kaci kacper kai kaiden kaitlyn kajetan kamal kamil kamran karen karim karl karol karolina
    karthik kashif kasia katarzyna kate katherine kathleen kathryn kathy katie katrina kavita kay
    kaya kayden kayla kaylee kayleigh kazimierz keeley keeva kehinde keira keith kelly kelvin kemi
    ken kenneth kenny kerry kevin keziah khadeeja khadija khadijah khalid khalil khurram kian kieran
    kimberley kinga kiran kirk kirsten kirsty kitty koa kofi kojo krish krishna kristina krystyna
    krzysztof kuldeep kulsum kulwinder kumar kwabena kwaku kwame kwesi kyla kyle kyra lacey laila
    lakshmi lara latifah laura lauren laurence laurentiu lawrence leah leanne leela leigh leila lena
    leo leon leonard leroy lesley leslie lewis lexi lexie liam lianne libby lillian lilly linda
    lindsay lindsey lisa liv liz lizzie lochlan logan lois lola lorcan lorna lorraine lottie louis
    louisa louise lubna lucas lucia lucinda lucy lukasz luke luqman lydia lyla lynda lyndsey lynn
    lynne lynsey lyra mabel maddie maddison maddox madeleine madison maeve magdalena magnus maham
    mahira mahmood mahmoud mahnoor maisie maja majid malachi malcolm malgorzata malik malwina mandy
    manjit manoj manpreet mansoor marc marcel marcin marcus marek margaret maria mariam marian marie
    marika marilena marina mario marion marius mariusz marjorie marlene marley marlon marsha marta
    martha martin martyn marvin mary maryam maryum masood mateusz mathew matilda matt matthew
    maureen maurice mavis maxine maxwell maya meena megan mehmet mehmood mehreen mei mel melanie
    melissa merlene meryem mia michael michal michelle mick miguel mihaela mihai mike mikey mikolaj
    mila mildred millie milo mina miriam miroslaw misbah misha mitchell moeen mohamad mohamed
    mohammad mohammed mohan mohsin moira mollie molly mona monica monika monty morgan moses mudassar
    muhamed muhammad muhammed mujahid mukesh muneeba munir muriel musa mustafa muzammil myles myra
    nabeel nabil nadeem nadia naeem naima nancy naomi naresh nargis narinder naseem nasir nasreen
    natalia natalie natasha natasza nathalie nathan nathanael nathaniel navdeep naveed nawaz nazia
    nazir nazma ned neha neil nellie nelson nevaeh neville ngozi niall niamh nicholas nick nicky
    nico nicola nicolae nicole nigel nighat nikita nikki nikodem nimra nina nisha nitin nkechi
    nnamdi noah noel nomsa noor nora noreen norma norman nosheen nouman nuala obinna oisin oksana
    olamide oleksandr olena olga oliver olivia oliwia oliwier ollie olu oluchi olumide oluwaseun
    omar omolara ophelia orla orlando oscar oskar osman otis ottilie otto owen oyin paddy paige
    pamela paramjit parminder parth parveen parvez parvin patrice patricia patrick patryk paul paula
    paulina pauline pawel pedro peggy penelope percy pete peter petra petru phil philip philippa
    phillip phoebe phyllis piotr polly pooja pradeep priscilla priya priyanka przemyslaw qadir qasim
    rabia rabiya rachael rachel radha radoslaw rafal rafe rafiq rahim rahman rahul raja rajan rajesh
    rajinder rajiv ralph ralphy ramesh rania ranjit raquel rashid rashida rauf raul ravi raymond
    razia razvan rebecca reece reena reggie rehan rehana rekha remi remy renata reuben rhea rhianna
    rhiannon rhys ria richard rick ricky riley rina rishi rita ritu rizwan robert roberta robina
    robyn rocco rodney roger rohan rohit roisin roland ronald ronan ronnie rory rosalind rosanna
    rosie rowena roxana roxanne roxy roy rubina rufus rukhsana rupert ruqayyah russell ruth ruthie
    ryan rylee ryszard saad saanvi saba sabina sabrina sachin sadia sadie saeed safdar safiya sahil
    sai saima saira sajid sajjad saleem saleh sally salma salman sam samantha sami samina samir
    samira samreen samson samuel sana sandeep sandra sandy sania sanjay sanjeev sara sarah sasha
    satnam saul scarlett scott sean sebastian segun sehrish selina serena sergiu seth shabana shabir
    shafiq shahid shahnaz shahzad shaista shakeel shamim shane shanice shaniqua shannon shanti
    sharon shaun shauna shay shayla shayna shazia sheena sheila shelley sheryl shirley shiv shoaib
    shola shona shuaib sian siddiq sidney sidra sienna simon simone simran siobhan sipho sita skyla
    skyler slawomir smita sneha sobia sofia sohail sonal sonia sonny sophia sophie stacey stan
    stanislaw stanley stefan stefania stella stephan stephanie stephen steve steven stewart stuart
    sukhdeep sukhvinder suki sulaiman sullivan sumaira sumayyah sumera sunil sunita suresh susan
    susanna susanne suzanne suzie swati sylvia sylwia szymon tabitha tadeusz tahir tahira taiwo
    talha talia tamara tamika tamsin tania tanisha tanveer tanya tapiwa tara taran tariq tarun tasha
    tatenda tatiana taylor tayo tayyab tayyaba teagan ted teddie teddy tegan tehseen temitope tendai
    teona terence teresa terrence terry tess thabo thalia thandiwe thando thea themba theo theodore
    theresa therese thomas tiago tiffany tilda tilly tim timothy tina tobi tobias toby todd tola tom
    tomas tomasz tommy tooba torin toyin tracey tracie tracy trevor trish tristan troy trudy tunde
    tunji tyler tymon tyreese tyrell tyrese tyrone umair umar usha usman uzair uzma valentina
    valerie vandana vanessa varun vasile vera vernon veronica vicky victor vihaan vijay vikram
    viktor viktoria vincent vinnie vinod viola vivek vivian vivien vivienne vlad waheed wahid waleed
    wanda waqas warren wasim wayne wendy wes wiktor wiktoria wilf wilfred willa william winifred
    winston wojciech xavier yahya yaqub yara yash yasin yasmin yasmina yasmine yaw yemi yolanda
    younis yousef youssef yuri yusuf yvette yvonne zac zach zachary zack zaheer zahid zahra zaid
    zain zainab zainabu zak zakariya zakir zander zara zarina zaynab zbigniew zeenat zeeshan zena
    zeynep ziad ziggy zobia zoe zofia zohaib zoya zubair zubeda zuzanna
""")
"""Names that are nothing else; in small letters, as they are compared."""

ALSO_WORDS = word_list("""
    april ash august autumn bill blessing buddy candy carter charity chase christian cliff dawn
    destiny drew earl eve faith frank gale ginger grace grant guy heaven honey hope hunter june
    lance mark may mercy mubarak nova patience precious prince princess rob rod rose rusty sage sky
    skye sue sultan summer sunny trinity wade will willow winter woody zion
""")
"""Names that are words too: by themselves only within a sentence, where a capital shows it."""

ALSO_THINGS = word_list("""
    amber art basil beau bob carol cora coral crystal daisy dale dean dot ebony ernest fern gene
    glen gus harper hazel heath hudson ida iris ivy jack jade jasmine jay jewel josh joy kim kit
    laurel lee levi lily luna martina mason max melody miles myrtle obi olive parker pat pearl penny
    phoenix poppy ray reed robin roman ron rosemary ruby sade tate tony violet
""")
"""Names of flowers, birds and the like: a capital tells them, wherever it stands."""

ALSO_PLACES = word_list("""
    adelaide asia austin bailey brooklyn carlisle chelsea chester clifton dakota devon florence
    georgia hamilton india israel jordan kent kingston lincoln london milan paris preston savannah
    sydney valencia verona victoria vienna virginia warwick windsor
""")
"""Names that are places too: not behind "in", "at" and the like."""

FIRST_NAMES = NAMES | ALSO_THINGS | ALSO_WORDS | ALSO_PLACES
