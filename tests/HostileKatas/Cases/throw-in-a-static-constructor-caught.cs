// harmless: a static constructor that fails, which is caught, fails again each time -> Proved
public static class Kata
{
    public static void Run()
    {
        var caught = 0;
        for (var i = 0; i < 2; i++)
        {
            try
            {
                Console.WriteLine(Kept.Value);
            }
            catch (TypeInitializationException)
            {
                caught++;
            }
        }
        if (caught != 2) throw new InvalidOperationException($"caught {caught}");
    }

    static class Kept
    {
        public static readonly int Value;

        static Kept() => Value = int.Parse("x");
    }
}
