using System.ComponentModel;
using System.Data;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Commutation.Subjects;

static class Others
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(Uri), "new(\"http://a/\")", "new(\"http://a/b?c#d\")"),
        new(typeof(UriBuilder), "new()", "new(\"http://a/b?c#d\")"),
        new(typeof(Version), "new()", "new(1, 2, 3)"),
        new(typeof(DataTable), "new()", "Table()") { Extra = ["x.Rows.Add(1);", "x.Rows.Count"] },
        new(typeof(DataTable), "Table()", "Table()")
        {
            View = new(typeof(DataRow), "x.Rows[0]"),
            Extra = ["v[0] = 5;", "v[0]", "x.Rows[0][0]", "x.Compute(\"Sum(n)\", \"\")"],
        },
        new(typeof(BindingList<int>), "new()", "new() { 3, 1 }"),
        new(typeof(WeakReference<string>), "new(\"a\")", "new(null!)"),
        new(typeof(Tuple<int, string>), "new(0, \"\")", "new(1, \"a\")"),
        new(typeof(Exception), "new()", "new InvalidOperationException(\"m\")"),
        new(typeof(EventHandlerList), "new()", "new()"),
        new(typeof(Activity), "new(\"a\")", "new Activity(\"a\").AddTag(\"k\", \"v\")"),
        new(typeof(Counter<int>), "new Meter(\"m\").CreateCounter<int>(\"a\")",
            "new Meter(\"m\").CreateCounter<int>(\"b\", \"u\")"),
        new(typeof(TagList), "default", "new() { { \"a\", 1 } }"),
        new(typeof(TimeZoneInfo), "TimeZoneInfo.Utc",
            "TimeZoneInfo.CreateCustomTimeZone(\"a\", TimeSpan.FromHours(1), \"a\", \"a\")"),
    ];
}
