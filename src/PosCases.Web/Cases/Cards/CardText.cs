namespace PosCases.Web.Cases.Cards;

/// <summary>Names the texts about card numbers in papers: CardText.zh-CN.resx and CardText.en.resx.</summary>
public sealed class CardText;
