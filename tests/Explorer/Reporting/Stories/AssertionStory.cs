namespace Interleavings.Reporting;

static class AssertionStory
{
    public static Story Of(Case told)
    {
        var failure = told.Failure;
        var message = AssertionText.Tidy(told.Said);
        var order = new OrderStory(told);
        var where = Places.Full(failure.Site) is { Length: > 0 } site ? $" [{site}]" : "";
        return new((message is "" ? "an assertion does not hold" : message) + where, order.Why(),
            order.Next() ?? WithoutOrder(failure));
    }

    internal static string WithoutOrder(Failure failure) => failure switch
    {
        { Race: not null } => "put the data race right first; then see what is left.",
        { Operations.Count: 1 } => "put this right before looking at interleavings.",
        { Site: { Line: > 0 } site } =>
            $"replay it in the debugger, with a breakpoint on {Places.Full(site)}.",
        _ => "replay it in the debugger, and follow the steps from the top.",
    };
}
