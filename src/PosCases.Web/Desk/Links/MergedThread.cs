using PosCases.Cases.Conversation;
using PosCases.Cases.Links;

namespace PosCases.Web.Desk.Links;

/// <summary>The conversation of a merged case, as a thread that is only read.</summary>
internal static class MergedThread
{
    /// <summary>Nothing of it counts as unread here.</summary>
    public static ViewMessages.Thread Of(ViewMerged.Part part) =>
        new([.. part.Messages.Select(m => new ViewMessages.Row(m.Seq, m.AuthorName, m.FromMerchant, Mine: false, m.Text, m.At))], 0);
}
