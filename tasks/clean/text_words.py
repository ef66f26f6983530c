"""Small word lists that tell prose from the talk of a page, by what their words do."""

from __future__ import annotations

from copydesk.tasks.word_set import word_set

FUNCTION_WORDS = word_set("""
    the of and to in a is that for it as was with be by on not he his but at are this have had from
    they which or an were been their has its who would will more no if out so said what up than them
    about into could can der die das und in den von zu mit sich des auf für ist im dem nicht ein eine
    als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen
    so zum war haben nur oder aber vor zur bis mehr le la les de des et un une du que en est pour qui
    dans a par plus pas au sur ne se ce il sont avec son aux ont el los las del que y en un una por
    con para su al lo como más o pero sus le ha este sí porque esta entre cuando il di che e la per un
    è in una i non del della con dei da al sono le nel alla ha si come anche più o a os as de do da
    que e em um uma para com não por mais dos das como mas foi ao ele se na no de het een en van in is
    dat op te zijn met voor niet aan er om ook als dan maar bij door uit nog naar w i na z do się nie
    to że jest o jak po ale od za przez tym co dla и в не на что с по как это он она к но из у за от о
    же для бы так его og i det som er på til av en at for med har ikke den de et om var men fra och
    att det i en som på är av för med till den har inte de om ett men ja on ei että oli hän se mutta
    kun bir ve bu da de için ile çok daha olarak में के की है और का को से ने पर यह कि हैं भी في من على
    أن إلى عن مع هذا التي الذي كان dan yang di itu dengan untuk dari pada
""")
TO_READERS = word_set("""
    you your yours us our we my me i click sie ihre ihr ihnen uns unsere unser wir vous votre vos nous
    notre nos tu usted ustedes su nosotros nuestro nuestra você seu sua nossa nosso tuo vostro noi
    nostro je jouw uw onze wij вы ваш ваша вас мы наш наша twój państwo nas nasz deg du din vår oss
""")
ABOUT_PEOPLE = word_set("""
    author writer editor journalist reporter founder ceo director professor contributor freelance
    correspondent university graduated studied lives worked writes wrote written blog blogger
    published book books experience years passionate degree certified award columnist fellow
    researcher holds bachelor master phd linkedin twitter autor autorin redakteur redakteurin
    journalistin studierte schreibt geboren volontariat auteur journaliste rédacteur rédactrice
    autrice periodista escritor redactor autore giornalista jornalista redacteur автор журналист
""")
PITCHING = word_set("""
    subscribe subscription newsletter sign signup email free trial download join contact click here
    learn more read share follow comment comments cookies privacy policy terms login register account
    offer discount buy shop price save deal affiliate commission disclosure sponsored demo schedule
    today now get started book call quote services solutions team company brand clients customers
    website page site app podcast webinar ebook guide abonnieren anmelden kostenlos jetzt mehr lesen
    teilen kommentar datenschutz angebot bestellen kaufen abonnez inscrivez gratuit offre partager
    lire commentaires suscríbete gratis compartir leer comentarios iscriviti abbonati condividi leggi
    assine leia compartilhe comentários
""")
CAPTION_WORDS = word_set("""
    photo photos photograph pictured picture image images getty reuters afp imago courtesy credit file
    left right center centre above below foto fotos bild bilder links rechts archivbild symbolbild
    gauche droite izquierda derecha sinistra destra esquerda direita archivo ljósmynd фото zdjęcie 写真
    사진 연합뉴스 뉴스1 뉴시스
""")
TAIL_HEADS = frozenset(
    """references, references and notes, footnotes, endnotes, notes, sources, article sources, works
    cited, bibliography, citations, further reading, acknowledgments, acknowledgements, about the
    author, about the authors, about the writer, about author, author, author bio, about us, contact
    us, disclaimer, disclosure, recent posts, categories, archives, tags, share this, leave a reply,
    leave a comment, related posts, related articles, quellen, literatur, einzelnachweise, über den
    autor, über die autorin, notes et références, sources et notes, à propos de l auteur, referencias,
    fuentes, sobre el autor, fonti, note, bibliografia, referências, fontes, sobre o autor, bronnen,
    over de auteur, źródła, источники, примечания, 参考文献, 出典, 脚注, 참고문헌""".replace(
        "\n    ", " "
    ).split(", ")
)
