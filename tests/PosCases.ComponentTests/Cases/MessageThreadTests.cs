using PosCases.Cases.Conversation;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases;

public sealed class MessageThreadTests : CaseContext
{
    [Fact]
    public void The_last_messages_of_the_other_side_are_marked_as_new_as_many_as_are_unread()
    {
        var thread = new ViewMessages.Thread(
            [Said(1, fromMerchant: false), Said(2, fromMerchant: true), Said(3, fromMerchant: false), Said(4, fromMerchant: true)], Unread: 1);

        var shown = Render<MessageThread>(p => p.Add(t => t.Thread, thread).Add(t => t.ForMerchant, true));

        Assert.Equal([false, false, true, false], shown.FindAll(".thread-item").Select(i => i.QuerySelector(".mark") is not null));
    }

    static ViewMessages.Row Said(long seq, bool fromMerchant) => new(seq, "Somebody", fromMerchant, Mine: false, "words", Now);
}
