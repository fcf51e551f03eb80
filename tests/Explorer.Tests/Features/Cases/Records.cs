public static class Records
{
    public static string Equality_and_text()
    {
        Person a = new("Ann", 30), b = new("Ann", 30), c = a with { Age = 31 };
        return Say(a == b, a.Equals(c), a.GetHashCode() == b.GetHashCode(), a, c, ReferenceEquals(a, b));
    }

    public static string Inheritance()
    {
        Person p = new Student("Bo", 20, "Art");
        var q = p with { Name = "Cy" };
        return Say(q, q.GetType().Name, p == q, p == new Person("Bo", 20));
    }

    public static string Deconstruction()
    {
        var (name, age) = new Person("Di", 40);
        var (x, (y, z)) = (1, (2, 3));
        return Say(name, age, x, y, z);
    }

    public static string Struct_records()
    {
        Point p = new(1, 2);
        var q = p with { Y = 5 };
        p.X = 9;
        return Say(p, q, p == q, new Fixed(3) == new Fixed(3));
    }

    public static string Init_and_required()
    {
        var it = new Settings { Name = "n", Size = 3 };
        return Say(it.Name, it.Size, it);
    }

    public static string Printed_members()
    {
        return Say(new Secret("x") { Extra = 2 }, new Empty());
    }

    public static string Positional_pattern()
    {
        return Say(Name(new Student("Ed", 1, "Law")), Name(new Person("Flo", 99)), Name(null));
        static string Name(Person? p) => p switch
        {
            Student(var n, _, "Law") => $"lawyer {n}",
            (var n, > 90) => $"old {n}",
            null => "nobody",
            _ => "?",
        };
    }

    public static string With_of_an_anonymous_type()
    {
        var a = new { X = 1, Y = "s" };
        var b = a with { X = 2 };
        return Say(a, b, a.Equals(new { X = 1, Y = "s" }));
    }

    record Person(string Name, int Age);

    record Student(string Name, int Age, string Subject) : Person(Name, Age);

    record struct Point(int X, int Y);

    readonly record struct Fixed(int N);

    record Settings { public required string Name { get; init; } public int Size { get; init; } }

    record Secret(string Key)
    {
        public int Extra { get; init; }
        protected virtual bool PrintMembers(System.Text.StringBuilder to)
        {
            to.Append($"hidden, {Extra}");
            return true;
        }
    }

    sealed record Empty;
}
