// uses: Shouldly, nunit.framework
using NUnit.Framework.Constraints;
using NUnit.Framework.Internal;
using Shouldly;

public static class Job
{
    public static string Run()
    {
        string[] said =
        [
            Said(() => new[] { 1, 2 }.ShouldBe([1, 3])), Said(() => "abc".ShouldContain("d")),
            Said(() => Should.Throw<ArgumentException>(() => { })), Said(() => 3.ShouldBeInRange(4, 5)),
            Text(new EqualConstraint("abd"), "abc"), Text(new CollectionEquivalentConstraint(new[] { 1 }), new[] { 2, 1 }),
            Text(new GreaterThanConstraint(3), 2), Text(new ThrowsNothingConstraint(), (Action)(() => throw new Exception("x"))),
        ];
        return string.Join("\n", said);
    }

    static string Said(Action claim)
    {
        try { claim(); return "nothing"; }
        catch (ShouldAssertException e) { return e.Message; }
    }

    static string Text<T>(Constraint constraint, T actual)
    {
        try
        {
            var result = constraint.ApplyTo(actual);
            var writer = new TextMessageWriter();
            result.WriteMessageTo(writer);
            return $"{result.IsSuccess} {writer}".Split(" at ")[0];
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }
}
