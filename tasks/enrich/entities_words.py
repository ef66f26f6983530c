"""Words that settle what a name is, in English news. Data only."""

from __future__ import annotations


def _lines(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.replace("\n", ",").split(",") if name.strip())


TITLES = _lines(
    """Mr, Mrs, Ms, Miss, Mx, Messrs, Dr, Prof, Professor, Gen, General, Lt, Lieutenant, Col, Colonel, Maj,
    Major, Sgt, Sergeant, Capt, Captain, Cpl, Corporal, Adm, Admiral, Brig, Brigadier, Cmdr,
    Commander, Marshal, Sen, Senator, Rep, Representative, Congressman, Congresswoman, Gov,
    Governor, President, President-elect, Vice-President, Premier, Chancellor, Minister, Judge,
    Justice, Magistrate, Attorney, Rev, Reverend, Hon, Honourable, Honorable, Chief, Ambassador,
    Secretary, Chairman, Chairwoman, Chairperson, Commissioner, Coach, Mayor, Councillor,
    Councilman, Councilwoman, Cllr, Deputy, Officer, Detective, Inspector, Superintendent,
    Constable, Sheriff, Deputy Sheriff, Father, Sister, Bishop, Archbishop, Cardinal, Pope, Rabbi,
    Engr, Adv, Advocate, Pol, Envoy, Spokesman, Spokeswoman, Spokesperson, Director, Leader,
    Congress Leader, Emperor, Lady, Prime Minister, Vice President, Foreign Minister, Attorney
    General, Secretary General, Foreign Secretary, Chief Minister, Chief Justice, Defence Minister,
    Defense Minister, Finance Minister, Interior Minister, Crown Prince, Prince, Princess, King,
    Queen, Amir, Emir, Sheikh, Imam, US President, Russian President, PM, CM, MP, MK"""
)
"""What may stand before a name and is no part of it. Sir and Datuk are borne as names are."""

COUNTRIES = _lines(
    """Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
    Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia,
    Bosnia, Bosnia and Herzegovina, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burma,
    Burundi, Cambodia, Cameroon, Canada, Cape Verde, Central African Republic, Chile, China,
    Colombia, Comoros, Congo, Democratic Republic of Congo, Democratic Republic of the Congo,
    Republic of Congo, DRC, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark,
    Djibouti, Dominica, Dominican Republic, East Timor, Timor-Leste, Ecuador, Egypt, El Salvador,
    Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia,
    Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hong
    Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast,
    Jamaica, Japan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon,
    Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Macedonia, Madagascar,
    Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius, Mexico,
    Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru,
    Nepal, Netherlands, New Zealand, Nicaragua, Nigeria, North Korea, North Macedonia, Norway, Oman,
    Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland,
    Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Senegal,
    Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia,
    Somaliland, South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden,
    Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga, Trinidad and
    Tobago, Tunisia, Turkey, Türkiye, Turkmenistan, Tuvalu, Uganda, Ukraine, United Arab Emirates,
    UAE, United Kingdom, UK, U.K., U. K., Britain, Great Britain, England, Scotland, Wales, Northern
    Ireland, United States, United States of America, US, U.S., U. S., USA, U.S.A., Uruguay,
    Uzbekistan, Vanuatu, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, Africa, Asia, Europe, Latin
    America, North America, South America, Central America, Central Asia, Southeast Asia, South
    Asia, East Asia, West Africa, East Africa, North Africa, Southern Africa, Middle East, Western
    Europe, Eastern Europe"""
)
"""Names that are places wherever they stand alone; those that are people's names too are left out."""

SAME_PLACE = (
    _lines("United States, United States of America, US, U.S., U. S., USA, U.S.A., America"),
    _lines("United Kingdom, UK, U.K., U. K., Britain, Great Britain"),
    _lines("United Arab Emirates, UAE, Emirates"),
    _lines("Democratic Republic of Congo, Democratic Republic of the Congo, DRC, DR Congo"),
    _lines("European Union, EU"),
    _lines("United Nations, UN, U.N., U. N."),
)

ORGANIZATION_HEADS = _lines(
    """Agency, Airlines, Airways, Alliance, Army, Assembly, Association, Authority, Bank, Board, Brigade,
    Broadcasting, Bureau, Cabinet, Chamber, Coalition, College, Commission, Committee, Company,
    Confederation, Congress, Consortium, Cooperative, Corporation, Corp, Council, Court, Department,
    Federation, Force, Forces, Foundation, Front, Fund, Group, Guard, Holdings, Inc, Institute,
    Institution, League, Ltd, Ministry, Movement, Navy, Network, Office, Organisation, Organization,
    Parliament, Party, Police, Press, School, Secretariat, Senate, Service, Services, Society, Sons,
    Syndicate, Tribunal, Trust, Union, United, University"""
)
"""Last words of names of organisations."""

NOT_ALONE = _lines(
    """State, Office, Agency, Court, Council, Interior, Kingdom, Republic, City, Centre, Center,
    Government, News, Post, Crown, Defense, Defence, General, Opposition, First, Justice, Health,
    Commentary, Liberal, Islam, MP, AI, North, South, East, West, Pope, Sheikh, Imam, Amir, Emir,
    King, Queen, Lady, President, Minister, Chairman, Governor, Crown Prince, Prince, Princess,
    Department, Ministry, Park, River, Bay, Church, HIV, COVID, TB, Independence, Western, Eastern,
    Northern, Southern, National, International, Project, Vision, Party, House, Nation, Palace,
    Secretariat, Pontiff, Brigadier, Emergency, State of Emergency, Head of State, Local, Federal,
    GDP, CPI, VAT, GST, CEO, CFO, COO, CTO, MoU, MoUs, MOU, MOUs, FTA, FTAs, FDI, IPO, IPOs, NFT, NFTs,
    SME, SMEs, NGO, NGOs, INGO, INGOs, R&D, R & D, VPN, USB, GPS, DNA, PCR, ICU, LED, EV, EVs, SUV,
    SUVs, LNG, LPG, PPE, QR, PDF, TV, DVD, CD, PC, OK, DM, XI, BC, B.C., AD, A.D., CE, BCE, MVP, DJ, IQ,
    ID, IT, HR, PR, PhD, MBA, LGBT, LGBTQ, COP, JV, SOP, SOPs, FAQ, Q&A, Internet, Web, Bible,
    Quran, Koran, God, Allah, Christmas, Easter, Ramadan, Eid"""
)
"""Words in capitals that alone name no person, body or place."""

GROUPS = _lines(
    """American, Americans, Arab, Arabs, Australian, Australians, British, Briton, Britons, Canadian,
    Canadians, Catholic, Catholics, Chinese, Christian, Christians, Dutch, Egyptian, Egyptians,
    English, European, Europeans, French, German, Germans, Hindu, Hindus, Indian, Indians, Iranian,
    Iranians, Iraqi, Iraqis, Irish, Israeli, Israelis, Italian, Italians, Japanese, Jew, Jewish,
    Jews, Kenyan, Kenyans, Korean, Koreans, Kurd, Kurdish, Kurds, Lebanese, Mexican, Mexicans,
    Muslim, Muslims, Nigerian, Nigerians, Pakistani, Pakistanis, Palestinian, Palestinians, Polish,
    Portuguese, Russian, Russians, Saudi, Saudis, Scottish, Shia, Shiite, Sikh, Sikhs, Spanish,
    Sunni, Sunnis, Syrian, Syrians, Thai, Turk, Turkish, Turks, Ukrainian, Ukrainians, Vietnamese,
    Welsh, African, Africans, Asian, Asians, Democrat, Democrats, Republican, Republicans, Kuwaiti,
    Qatari, Emirati, Omani, Yemeni, Ugandan, Ethiopian, Somali, Sudanese, Ghanaian, Malaysian,
    Indonesian, Filipino, Bangladeshi, Sri Lankan, Afghan, Kazakh, Uzbek, Tajik, Cuban, Brazilian,
    Argentine, Colombian, Venezuelan, Chilean, Peruvian, Greek, Swedish, Norwegian, Danish, Finnish,
    Swiss, Austrian, Belgian, Hungarian, Romanian, Bulgarian, Czech, Serbian, Croatian, Inuit,
    Maasai, Hausa, Igbo, Yoruba, Garifuna, Kikuyu, Zulu, Maori, Māori, First Nations, Rohingya,
    Uyghur, Uyghurs, Kuwaitis, Argentines, Singaporean, Tamil, Tamils, Dalit, Dalits, South
    Sudanese, South Korean, North Korean, South Korean, South African, South Africans, Honduran,
    Nicaraguan, Salvadoran, Guatemalan, Algerian, Tunisian, Libyan, Moroccan, Jordanian, Bahraini"""
)
"""Nationalities, peoples, creeds and parties: adjectives of places, and no places."""

ARMS = (
    r"(?:air-defen[cs]e|anti-tank|assault|attack|ballistic|coastal|cruise|fighter|hypersonic|long-range|missile"
    r"|surface-to-air|tank|war) ?"
)
ARMS_HEADS = (
    r"(?:aircraft|bombers?|drones?|helicopters?|howitzers?|jets?|launchers?|missiles?|planes?|rifles?|rockets?"
    r"|submarines?|systems?|tanks?)"
)
