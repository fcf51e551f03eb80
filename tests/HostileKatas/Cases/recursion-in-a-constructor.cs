// hostile: an object that makes another of its kind -> never end
public static class Kata
{
    public static void Run() => _ = new Doll();

    sealed class Doll
    {
        readonly Doll inner = new();

        public override string ToString() => $"{inner}";
    }
}
