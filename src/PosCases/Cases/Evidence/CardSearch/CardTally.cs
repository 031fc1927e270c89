using System.Text.RegularExpressions;
using PosCases.Merchants.Identifiers;

namespace PosCases.Cases.Evidence.CardSearch;

/// <summary>Counts the card numbers of a text that comes bit by bit; holds a few pages of it at a time and keeps none of it.</summary>
internal sealed class CardTally
{
    /// <summary>So many different numbers are counted; whether there are more does not matter any more.</summary>
    public const int MostCards = 1000;

    private const int Block = 32 * 1024;

    // Longer than any number with its gaps, and than any word with its code.
    private const int Overlap = 128;

    // Gaps longer than this say nothing, and searching them again and again takes long.
    private const int LongestRun = 3;

    private readonly char[] buffer = new char[Block];
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private int length;
    private int seen;
    private int run;
    private char last;
    private bool secrets;
    private bool isBroken;

    /// <summary>Whether anything but blanks has come.</summary>
    public bool HasText { get; private set; }

    /// <summary>Takes the next part of the text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            Add(letter);
        }
    }

    /// <summary>A new line: what stands before and behind does not belong together.</summary>
    public void Break() => Add('\n');

    /// <summary>What was found.</summary>
    public CardFinding Finish()
    {
        Look(atEnd: true);
        return numbers.Count > 0 || secrets ? new CardFinding(CardCheck.Found, numbers.Count, secrets)
            : isBroken || !HasText ? new CardFinding(CardCheck.NoText)
            : new CardFinding(CardCheck.Clear);
    }

    private void Add(char letter)
    {
        run = letter == last || (char.IsWhiteSpace(letter) && char.IsWhiteSpace(last)) ? run + 1 : 1;
        last = letter;
        if (char.IsLetterOrDigit(letter))
        {
            HasText = true;
        }
        else if (run > LongestRun)
        {
            return;
        }

        buffer[length++] = letter;
        if (length == buffer.Length)
        {
            Look(atEnd: false);
        }
    }

    private void Look(bool atEnd)
    {
        var text = new string(buffer, 0, length);
        var border = atEnd ? length : length - Overlap;
        try
        {
            foreach (var (start, end, number) in BankCardNumber.FindIn(text, seen))
            {
                if (start >= border)
                {
                    break;
                }

                Count(number);
                border = Math.Max(border, end);
            }

            secrets |= CardSecrets.IsOfCard(text);
        }
        catch (RegexMatchTimeoutException)
        {
            isBroken = true;
        }

        // One letter stays before what comes next: a number in the middle of a longer one is none.
        var from = Math.Max(0, border - 1);
        text.AsSpan(from).CopyTo(buffer);
        (length, seen) = (length - from, border - from);
    }

    // Eighteen digits may be a person's or a company's number, which have check digits of their own.
    private void Count(string number)
    {
        var isAnother = number.Length == 18
            && (CitizenId.Check(number).Verdict == IdentifierVerdict.Fits || UnifiedCreditCode.Check(number).Verdict == IdentifierVerdict.Fits);
        if (!isAnother && numbers.Count < MostCards)
        {
            numbers.Add(number);
        }
    }
}
