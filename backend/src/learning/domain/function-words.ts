/**
 * Words that hold sentences together and say nothing about what a ticket is about, in the languages of the starter. Words that
 * ask are none of them: who asks how, where or whether something can be done has a question.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all already also although always am an and another any anybody anyone anything are aren't around as at away
  back be because been before being below between both but by came couldn't day days did didn't doesn't doing don't
  down during each either else even ever every everything few for from further get gets getting give given go goes going gone got had
  hadn't has hasn't have haven't having he her here hers herself him himself his hour hours however i i'd i'll i'm i've if in into
  isn't it it's its itself just keep kept kind kindly last later least let like little long look looking lot made make makes many may
  maybe me mean might mine more morning most much must my myself need needed needs never next no nobody none nor not nothing now of off
  often on once one ones only or other others our ours ourselves out over own per perhaps please put quite rather really regards
  right said same say says see seem seems seen several shall she should shouldn't since so some somebody someone something sometimes
  soon still such sure take taken team than thank thanks that that's the their theirs them themselves then there's these they
  they're thing things think this those though three through till time to today together told tomorrow too took tried try trying two
  under until up upon us use used using very want wanted was wasn't way we we'd we'll we're we've week weeks well went were weren't
  what's whether while whom whose will with within without won't would wouldn't yes yesterday yet you
  you'd you'll you're you've your yours yourself
  arent couldnt didnt doesnt dont hadnt hasnt havent im isnt itd itll ive shouldnt thats theres theyre wasnt werent whats wont
  wouldnt youre youve u ur pls plz thx ty ok okay gonna wanna gotta hello hi hey dear sir madam greetings
  aber alle als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dem den der des die dies diese dieser dieses doch
  du durch ein eine einem einen einer eines er es etwas euch euer für gegen hab habe haben hat hatte ich ihm ihn ihnen ihr ihre im in
  ist ja jede jeder jetzt kann kein keine können man mehr mein meine meinem meinen meiner mich mir mit muss nach nicht noch nun nur ob
  oder schon sehr sein seine seit sich sie sind so über um und uns unser unsere unter viel vom von vor war was weil wenn wer werden   wieder wir wird wurde zu zum zur zwei
  ai au aux avec avez avons bien car ce cela ces cet cette comme dans de depuis des donc du elle en est et été être eu fait il ils j'ai
  je la le les leur lui ma mais me mes moi mon même ne nos notre nous on ont ou où par pas plus pour que qui sa sans se ses si son sont
  sur ta te tes toi ton très tu un une vos votre vous y à
  al algo ante como con cual cuando de del desde donde el ella en entre era es esa ese eso esta está este esto estoy fue ha hay he la
  las le les lo los me mi mis muy más nada ni no nos o para pero por que quien se si sin sobre su sus también tan te tengo tiene un una
  uno y ya
  ao aos as até com como da das de depois dos e ela ele em então entre era essa esse esta está este eu foi já mais mas me meu minha
  muito na nas no nos não o os ou para pela pelo por quando que quem se sem ser seu sua são só também tem um uma você
  al alla anche che chi ci come con cui da dal dalla degli dei del della delle di e è ed era gli ha hai ho i il in io la le lo loro ma
  mi mia mio ne nei nel nella non o per perché più quando questo questa se si sono su sul sulla suo tra un una uno
  aan als bij dan dat de deze die dit door een en er geen had heb hebben heeft het hij ik in je kan me meer met mij mijn na naar niet
  nog nu of om onze ook op over te toch tot u uit uw van veel voor waar was wat we wel wij wordt zal ze zich zijn zo`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
