"""Labels of figures: what counts things, and what counts people or is about one of them each."""

THINGS = """
Serious case reviews published
Local child safeguarding practice reviews
Learning reviews commissioned
Rapid reviews
Policy reviews
Multi-agency reviews completed
Visits to schools
Regulation 44 visits
Ofsted visits
Visits to children's homes
Children's homes
Children's homes judged good
Residential homes inspected
Homes for children that were visited
Policies reviewed
Child protection policies
Policies and procedures updated
Task and finish groups
Young people's groups
Working groups
Complaints received
Complaints upheld
Complaints about the service
Child protection training courses
Audits of children's files
Independent schools that answered
Partner agencies
Sub-groups of the Board
Board meetings
Workshops for parents
Newsletters sent
Inspections of children's services
Safeguarding leaflets for young people
Training sessions held
Nurseries with a self-assessment
Recommendations made
Improvement plans agreed
Action plans completed
Grants awarded
Short films made with young people
Staff vacancies
Consultations with partners
Thematic reviews
Serious Case Reviews
Peer reviews undertaken
School visits
Unannounced visits by inspectors
Homes in the county
Registered children's homes
policies
Policies that were rewritten
Sub-groups
Youth groups that took part
Complaints
Stage 2 complaints
Learning events
Multi-agency audits
Lessons from reviews
Roadshows
Conferences
Partners who answered
GP practices
Early years settings
Task groups
Independent fostering agencies
""".strip().splitlines()

PEOPLE = """
Children
child deaths reviewed
Child deaths
Child death reviews
Reviews of child deaths
Deaths of children that were reviewed
Initial child protection conferences
Child protection plans
Children on a child protection plan
Section 47 enquiries
Strategy meetings
Care orders
Referrals
Contacts
Care leavers in custody
Children in residential homes
Young people in groups
Children visited
Home visits to families
Complaints by children
Complaints from young people
Hospital visits by young people
Visits by a child to A&E
Visits to hospital by children
Missing person alerts
Unaccompanied asylum-seeking children
Sibling groups
Family group conferences
Reviews of children in care
Victims of exploitation
Privately fostered
admitted to inpatient care
Mothers under 18
Parents who complained
Adoptions
Exclusions
Looked after children reviewed
Allegations against staff
Professionals who were convicted
Babies
Children missing from home
Reviews of serious incidents involving babies
Deaths
Complaints made by a parent
Visits to children in custody
Homeless families
Children in homes
Group of siblings placed apart
Child in need visits
Young people's views heard
Looked after child reviews
Suicides
Girls at risk of FGM
Pupils in alternative provision
Neglect
of which re-referrals
Serious incident notifications
Foster carers deregistered
Ongoing police protection
""".strip().splitlines()
"""What cannot be told is taken for people, for that mistake harms nobody."""
