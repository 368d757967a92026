/*
 * Copyright Camunda Services GmbH and/or licensed to Camunda Services GmbH
 * under one or more contributor license agreements. See the NOTICE file
 * distributed with this work for additional information regarding copyright
 * ownership. Camunda licenses this file to you under the Apache License,
 * Version 2.0; you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { locale } from '../../../../scripts/web-applications.js';

export default {
  app: {
    name: 'Việc cần làm',
    vendor: 'Ứng Phó'
  },
  //
  // configure the date format
  // "dateFormat": {
  //   "normal": "LLL",
  //   "long":   "LLLL"
  // },
  //
  // The web application takes the browser's first language if it is listed here, else the fallback.
  // Only the chosen locale is named: another fallback is loaded too and, arriving last, sets the language of dates.
  locales: {
    availableLocales: [locale],
    fallbackLocale: locale
  },
  // customScripts: [
  //   // If you have a folder called 'my-custom-script' (in the 'tasklist' folder)
  //   // with a file called 'customScript.js' in it
  //   // 'my-custom-script/customScript'
  // ],
  // requireJsConfig: {
  //   // AngularJS module names
  //   ngDeps: ['ui.bootstrap'],
  //   // RequireJS configuration for a complete configuration documentation see:
  //   // http://requirejs.org/docs/api.html#config
  //   deps: ['jquery', 'custom-ui'],
  //   paths: {
  //     // if you have a folder called `custom-ui` (in the `scripts` folder)
  //     // with a file called `scripts.js` in it and defining the `custom-ui` AMD module
  //     'custom-ui': 'custom-ui/scripts'
  //   }
  // },
  // csrfCookieName: 'XSRF-TOKEN',
  // disableWelcomeMessage: false,
  // assignProcessInstanceIdToTaskComment: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: {
        vi: 'nhận việc đang chọn',
        en: 'claims the currently selected task'
      }[locale]
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: {
        vi: 'chuyển đến bộ lọc đầu tiên trong danh sách',
        en: 'set the focus to the first filter in the list'
      }[locale]
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: {
        vi: 'chuyển đến việc đầu tiên trong danh sách',
        en: 'sets the focus to the first task in the list'
      }[locale]
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: {
        vi: 'chuyển đến ô nhập đầu tiên của biểu mẫu',
        en: 'sets the focus to the first input field in a task form'
      }[locale]
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: {
        vi: 'mở hộp thoại bắt đầu quy trình',
        en: 'opens the start process modal dialog'
      }[locale]
    }
  }
};
