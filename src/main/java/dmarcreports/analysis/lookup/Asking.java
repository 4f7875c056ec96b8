package dmarcreports.analysis.lookup;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for one finding, and remembers what was asked. */
final class Asking implements Lookup {
  private final Lookup lookup;
  private final Map<Question, Answer> answers = new LinkedHashMap<>();

  Asking(Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public Answer answer(Question question) {
    Answer answer = lookup.answer(question);
    answers.putIfAbsent(question, answer);
    return answer;
  }

  @Override
  public void expect(List<Question> questions) {
    lookup.expect(questions);
  }

  List<Asked> asked() {
    return answers.entrySet().stream().map(e -> new Asked(e.getKey(), e.getValue())).toList();
  }
}
