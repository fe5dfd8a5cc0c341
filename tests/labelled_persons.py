"""Texts that tell of one person, and texts that only look like it, as reports have them.

Numbers are those that are kept for examples: NHS numbers from 999, telephone numbers that Ofcom
gives to nobody, the domain example.org. Names and streets are made up.
"""

TOLD = """
Her NHS number is 999 012 3403.
NHS no. 9990123403 was on the form.
Child A, 999-012-3403, was seen by the paediatrician.
The record of 9990125147 was closed.
NHS number: 999 000 1234 (as written on the referral).
He was born on 3 March 2009 in hospital.
Date of birth: 03/03/2009
The girl (DOB 3.3.09) was seen at home.
d.o.b. 03-03-2009
Child B, born 14th of June 2011, came into care.
Her birthday is 14 June 2011.
She was born on March 3, 2009.
DoB: 2009-03-03
The family lives at SO23 9ZZ.
A home in PO1 3AX was visited twice.
A fire at 7 Alder Road in May was reported.
They moved to Flat 2, 14 Alder Street before Christmas.
Write to his mother at 23 Rowan Close, Andover.
The family of 112A Old Rowan Lane was rehoused.
The flat at 3 Birch Way was searched.
His number is 07700 900123.
Ring Jo on 07700900123 after five.
Her mother can be reached on +44 7700 900123.
Call 01632 960456 and ask for the mother.
Call (01632) 960 456 and ask for the aunt.
Phone: 020 7946 0123
0044 7700 900 123 was dialled.
Write to jo.example@example.org.
The worker (j.bloggs@example.org) has left.
The father wrote from lamppost77@example.com.
A boy of 7 in Andover died.
A 7-year-old boy from Andover was hurt.
The girl, aged 14, from Basingstoke was found.
A seven-year-old in Fleet told her teacher.
A baby of 3 months at Rowan House died.
The 15-year-old young person was last seen near Gosport.
The mother, who was 19 years old, lived in Havant.
A pupil (13) at Alder School was excluded.
A young person aged 16 living in New Milton was exploited.
A girl called Amy was heard.
The boy, who was named Tom, was heard.
We learned from Amy, aged 7.
Amy, a 7-year-old girl, told us.
Tom Rowan, who was aged 12, died in May.
Amy is 7 years old and lives with her aunt.
The child's birthday was 14 June 2011, a Tuesday.
A toddler of two in Romsey fell from a window.
Contact the foster carer on 07700 900 456.
The school's letter went to 5 Hawthorn Crescent.
An infant aged 6 weeks from Eastleigh was admitted.
Leo, 9, of Aldershot, was found safe.
Her date of birth was 12 May 2008.
Born 2.7.2012, Child C lives with her aunt.
The 4 year old girl lives in Tadley with her nan.
A boy, 12, in Alton was stabbed.
a 13-year-old from Hook was arrested
In Petersfield, a girl of 9 was found.
A pupil at Alder School, aged 14, was excluded.
Contact Dr P. Rowan: p.rowan@example.nhs.uk
Text Mia on 07700-900-123.
mother's mobile: 07700 900 321
NHS No: 9990123403
Address: 42 Rowan Gardens, Fleet
He lived at 9 Lower Birch Street with his father.
so23 9zz is her postcode
SO239ZZ
Home: The Cottage, Mill Lane, Overton RG25 3ZZ
We spoke to Sam (aged 10) about the plan.
Ella, who is 11, spoke to the board.
Josh (15) told us he felt safe.
The twins, Ava and Eve, aged 3, were seen.
"I felt heard" - Zoe, 16
The victim, a girl aged 13 from Totton, gave evidence.
Baby Jack died at 5 weeks old in Lymington.
call me on 0775 5900123 thanks
Mohammed, aged 12, from Leeds helped to write this page.
The 6-month-old baby from Deal had bruises.
Child L (date of birth 01.02.2010) was known to services.
You can reach Ruth on 07700 900 555 or ruth@example.org.
Our young inspector Kai, 17, told us about his placement.
A father of 34 in Dover was charged.
A girl, 15, from Margate ran away four times.
His GP noted NHS 999 012 3403.
The property at 221b Rowan Street is known to police.
Email: priya_shah@example.com
Her home at CT1 9ZZ was searched.
A young man of 19 living in Thanet was exploited.
DOB 1/2/10
Tel. 01632-960-123 (mother)
""".strip().splitlines()
"""Each tells of one person at least."""

MISSED = """
He died aged 15 in Ramsgate; the boy was a pupil at Alder College.
Ava was placed with her aunt in Fleet.
""".strip().splitlines()
"""What tells of one person and is not found: nothing says whose age it is, or what it is."""

NOT_TOLD = """
In 2017-18 there were 1,294 children on a plan, against 1,341 a year before.
Section 47 of the Children Act 1989 says when enquiries are made.
Working Together 2018 replaces Working Together 2015.
ISBN 0 306 40615 2 is the number of the book.
ISBN 978-1-78655-702-5
The budget code is 4000123456.
The order number was 1234567890.
The budget was £1234567890 over ten years.
The unique reference number is URN 999 012 3403.
Children born on or after 1 September 2012 start in 2017.
Babies born between 1 April 2017 and 31 March 2018 are counted.
Children born on 1 April 2000 turned 18.
All those born on 29 February 2012 were counted once.
The partnership was born on 29 September 2019.
Published on 12 March 2018, and read on 3 May 2018.
The review of 12/03/2018 is on the website.
Period: 01/04/2017 - 31/03/2018
Most of them live in SO23, PO1 or GU14.
The districts SO14 and SO15 have the most.
The M3 and the A303 cross the county.
The A1 2nd edition of the leaflet, of B1 4th class paper.
Year 7 pupils from 12 schools came.
Between 5 and 10 Road Safety Officers came in 2018.
In 2018 Park Road School took part.
The Key Stage 2 results rose in 14 schools.
Of 48 Crown Court cases, 12 were heard in time.
3 Family Court hearings were late.
We funded 12 Safe Place schemes.
It is part of the 5 Signs of Safety.
Ring 0300 555 1384, or 0800 1111 for Childline.
The NSPCC helpline is 0808 800 5000.
Dial 999 in an emergency, and 101 otherwise.
Text 88837 to reach the school nurse.
Of 01632 children none was left out.
There were 07 700 900 contacts, 12 500 000 visits and 0.5 million letters.
Write to safeguarding@example.org or info@example.org.
Ask childrens.services@example.org for a copy.
The address is hscb@example.org.
Follow us @exampleboard on the web.
A boy of 7 was heard.
Boys aged 7 to 11 in Andover answered.
A quarter of the children aged 7 in Andover are tested.
Children aged 5 from Basingstoke were asked.
A 16-year-old in care may ask for an advocate.
A child of 10 in England can be charged with a crime.
A child aged 10 in Hampshire can be charged with a crime.
A young person aged 17 in March may be 18 in May.
A child of 4 in Reception is tested.
An 18-year-old in Year 13 is an adult.
One child in ten in Andover is poor.
A young person called Childline on 0800 1111.
A girl called Amy (not her real name) was heard.
Amy, aged 7, told us; names have been changed.
Children, aged 7 to 11, came.
Girls, aged 15, were most often missing.
Those aged 16 and 17 are children too.
Young People aged 13 told us.
The child named in the plan was seen.
Mother and baby units in Winchester have 14 beds.
Child K was a baby of 3 months.
Basingstoke (14), Andover (7) and Winchester (12) had the most.
A 10-year-old report was found.
The programme, 3 years old, runs in Andover.
The 5-year plan for children in Fareham was agreed.
The 12 High Street shops displayed the poster.
We asked 1,500 parents from 30 schools in Gosport.
The policy of 2015 was reviewed on 3 March 2018 by Dr Rowan.
Chapter 3, Table 4.1 and Figure 12 of Local Authority Interactive Tool.
Version 2.10.1 of 2018-03-01, page 123 456 7890 of the log
Reading levels at 11 in Hampshire schools rose.
The Board met 4 times in Winchester and 2 times at Eastleigh House.
The father's and mother's views were heard in 80% of cases in Rushmoor.
The rate was 232.9 per 10,000 in 2018 and 381.5 per 10,000 in 2017.
Of the 2009 cohort, 03 per cent left.
A child protection plan of 24 months in Havant is rare.
A mother of 3 in Andover
Brother and sister of 4 Council foster carers
Contact 111 for medical advice, option 2.
Referrals rose from 9,645 in 2016 to 10,320 in 2017.
The grant of £1,234,567,890 was paid in 2018.
See page 12 of Keeping Children Safe in Education 2018.
HM Inspectorate of Probation visited on 4 to 8 June 2018.
Phase 2 of Operation Encompass began in Havant.
Schools in GU11 to GU14 took part in the pilot.
Aged 16 or 17 in Southampton, many are homeless.
Children under 5 in Portsmouth have fewer visits.
At age 11 in Hampshire, 1 in 3 are overweight.
Pupils aged 14 at Brookfield and Crestwood answered the survey.
Between 8 and 12 Court Lane pupils attended.
Training took place at 3 venues in Winchester, 2 in Eastleigh and 4 in Fareham.
The 30 Early Help Hub staff work in 10 districts.
The 2017-18 business plan has 12 Priority Way forward actions.
URL: https://www.example.org/07700900123/so239zz
The document is version 03.03.2018 of the policy.
Minutes of the board of 14/06/2017 were agreed.
Each 12-year-old in the county was offered a health review.
Young people aged 15 from Rushmoor made the film.
We have 4 lay members, 2 of them from Gosport.
Email hampshire.safeguarding@example.gov.uk for details.
Email the team at participation@example.org.
Ask multi-agency.training@example.org.
The code for the room is 0123 456.
The cost is 07 per cent of 12345678 pounds.
Year 11 girls from Alton College came.
Since Operation Yellowfin, aged 3 years now, 40 have been charged.
St John Ambulance trained 5 Park Road School staff.
CSE cases: 07/16, 12/17, 01/18.
Kent has 12 districts, of which Thanet (9) and Dover (7) have the most.
The number of children aged 0 to 4 in Dover rose.
In Ashford, 14 of 20 schools took part.
A 5-year-old in poverty hears fewer words.
Every child of 11 in Kent moves school.
Pages 3 to 12 of the Data Protection Act 2018.
Training: 12 June 2018 at Sessions House, Maidstone, 3 places left.
Call the front door on 03000 41 11 11.
Ofsted, 3 May 2018, told us so.
Operation Willow, 2 years old, won an award.
A mother aged under 18 in Thanet can have a family nurse.
The girl guides aged 10 in Deal baked cakes.
Fax 08456 000 000 is closed.
Contact kent.lado@example.gov.uk or education.safeguarding@example.gov.uk.
The A28 and B2050 are closed; see TR061 and TR0616.
Local Plan policy CT1, CT2 and H12 4A apply.
Of 24 Station Road Primary School pupils, 3 replied.
School Census 18 January 2018, table 7b.
IBAN and sort code 12-34-56 12345678
Kent and Medway, 2 boards, told us they would merge.
""".strip().splitlines()
"""Each tells of nobody."""

FILES_TOLD = [
    "pictures/boy-of-7-in-andover.jpg",
    "pictures/Girl_aged_14_Basingstoke.png",
    "pictures/amy-aged-7.jpg",
    "pictures/999 012 3403 scan.png",
    "pictures/dob-03-03-2009.jpg",
    "pictures/SO23 9ZZ front door.jpg",
    "pictures/14-alder-road.jpg",
    "pictures/jo.bloggs@example.org.jpg",
]
FILES_NOT_TOLD = [
    "pictures/hall.jpg",
    "pictures/IMG_20180312_101512.jpg",
    "pictures/DSC01962.JPG",
    "pictures/P1010123.jpg",
    "pictures/child-aged-7-in-classroom.jpg",
    "pictures/children-2017-18-v2.png",
    "pictures/working-together-2018.png",
    "pictures/16x9-1920x1080.jpg",
    "pictures/WhatsApp Image 2018-03-12 at 10.15.12.jpeg",
    "pictures/a3-12pt-draft2.tiff",
]
