public static class Patterns
{
    public static string Lists()
    {
        return Say(Shape([]), Shape([1]), Shape([1, 2]), Shape([1, 5, 6, 9]), Shape([7, 8, 9]));
        static string Shape(int[] a) => a switch
        {
            [] => "none",
            [var one] => $"one {one}",
            [1, 2] => "one two",
            [1, .. var rest, 9] => $"1..9 {rest.Length}",
            [_, .. [8, _]] => "eight",
            _ => "many",
        };
    }

    public static string Lists_of_strings_and_lists()
    {
        return Say("hello" is ['h', .., 'o'], new List<int> { 1, 2, 3 } is [.., > 2],
            "ab" is [var a, _] ? a : '-');
    }

    public static string Relations_and_logic()
    {
        return Say(Grade(95), Grade(70), Grade(-1), Grade(100), IsLetter('q'), IsLetter('5'));
        static string Grade(int n) => n switch
        {
            < 0 or > 100 => "bad",
            >= 90 and < 100 => "A",
            100 => "A+",
            _ => "B",
        };
        static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
    }

    public static string Properties()
    {
        object o = new Order(new Customer("Zoe", null), [3, 4]);
        return Say(o is Order { Of.Name.Length: 3, Items: [3, ..] }, o is Order { Of: { Boss: null } },
            o is Order { Of.Name: var name } ? name : "");
    }

    public static string Types_and_null()
    {
        return Say(Kind(1), Kind(1L), Kind("x"), Kind(null), Kind(new int[2]), Kind((1, 2)), Kind('c'));
        static string Kind(object? o) => o switch
        {
            null => "null",
            int and > 0 => "positive",
            long n when n < 5 => "small",
            string { Length: 1 } s => s,
            int[] { Length: var l } => $"array {l}",
            (int a, int b) => $"pair {a + b}",
            not string => o.GetType().Name,
            _ => "other",
        };
    }

    public static string Switch_on_strings()
    {
        return Say(Number("one"), Number("two"), Number("three"), Number("four"), Number("five"),
            Number("six"), Number("seven"), Number("eight"), Number(""), Number(null));
        static int Number(string? s)
        {
            switch (s)
            {
                case "one": return 1;
                case "two": return 2;
                case "three": return 3;
                case "four": return 4;
                case "five": return 5;
                case "six": return 6;
                case "seven": return 7;
                case null: return -1;
                case "": goto case "two";
                default: return 0;
            }
        }
    }

    public static string Switch_on_numbers()
    {
        var text = "";
        for (var i = -1; i < 8; i++)
            switch (i)
            {
                case 0: text += "zero "; break;
                case 1 or 2: text += "few "; continue;
                case 3: text += "three "; goto case 0;
                case 4: text += "four "; goto default;
                case 100: text += "never"; break;
                default: text += $"{i} "; break;
            }
        return text;
    }

    public static string Switch_on_spans_enums_and_tuples()
    {
        return Say(Day(DayOfWeek.Sunday), Day((DayOfWeek)9), Move("up", true), Move("down", false),
            "ab".AsSpan() switch { "ab" => 1, _ => 2 });
        static string Day(DayOfWeek d) => d switch
        {
            DayOfWeek.Saturday or DayOfWeek.Sunday => "free", <= DayOfWeek.Saturday => "work", _ => "?",
        };
        static int Move(string way, bool fast) => (way, fast) switch
        {
            ("up", true) => 2, ("up", _) => 1, (_, true) => -2, _ => -1,
        };
    }

    public static string Nothing_fits()
    {
        return Thrown(() => { var n = 3; _ = n switch { 1 => 2 }; });
    }

    record Customer(string Name, Customer? Boss);

    record Order(Customer Of, int[] Items);
}
